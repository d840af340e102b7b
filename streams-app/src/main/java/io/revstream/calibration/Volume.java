package io.revstream.calibration;

import io.revstream.policy.CalibrationRules.Bounds;
import java.time.Duration;

/**
 * How many MQLs there are in a month of 30 days.
 *
 * @param mqls in the period
 * @param period how long it is
 */
public record Volume(int mqls, Duration period) {

    private static final Duration MONTH = Duration.ofDays(30);

    /** Where a volume lies to the policy's bounds (CAL-06). */
    public enum Verdict {
        TOO_FEW,
        WITHIN,
        TOO_MANY
    }

    /** A period shorter than a month is taken for a whole one: less cannot be told from chance of the day. */
    public double perMonth() {
        Duration length = period.compareTo(MONTH) < 0 ? MONTH : period;
        return (double) mqls * MONTH.toMillis() / length.toMillis();
    }

    /** @param bounds null when the policy states none */
    public Verdict against(Bounds bounds) {
        if (bounds == null || (perMonth() >= bounds.from() && perMonth() <= bounds.to())) {
            return Verdict.WITHIN;
        }
        return perMonth() < bounds.from() ? Verdict.TOO_FEW : Verdict.TOO_MANY;
    }
}
