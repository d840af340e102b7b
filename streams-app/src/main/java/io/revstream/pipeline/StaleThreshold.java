package io.revstream.pipeline;

import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.PipelineRules.StaleBy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * From when on a deal is stale in a stage (DEAL-10).
 *
 * @param millis how long it may stay, in milliseconds
 * @param averageMillis the average that counts, in milliseconds; null where a fixed figure does
 * @param visits over how many visits that average is; 0 without one
 * @param times how many times the average
 */
public record StaleThreshold(long millis, Long averageMillis, int visits, int times) {

    private static final long DAY = 86_400_000;

    /** Whether the stage's average is to be asked for. */
    public static boolean asksAverage(String stage, PipelineRules rules) {
        DealStage known = rules.stage(stage);
        return known != null
                && known.outcome() == Outcome.OPEN
                && known.staleBy() == StaleBy.AVERAGE
                && rules.stale().average() != null;
    }

    /**
     * The threshold of a stage.
     *
     * @param averageMillis null while there are too few visits
     * @return null when no deal is ever stale there
     */
    public static StaleThreshold of(String stage, Long averageMillis, int visits, PipelineRules rules) {
        if (asksAverage(stage, rules) && averageMillis != null) {
            int times = rules.stale().times();
            return new StaleThreshold(averageMillis * times, averageMillis, visits, times);
        }
        DealStage known = rules.stage(stage);
        return known == null || known.outcome() != Outcome.OPEN || known.staleAfter() == null
                ? null
                : new StaleThreshold(known.staleAfter().millis(), null, 0, 1);
    }

    /** Milliseconds as days with two decimals. */
    public static BigDecimal days(long millis) {
        return BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(DAY), 2, RoundingMode.HALF_UP);
    }

    /** In words. */
    public String words() {
        return averageMillis == null
                ? String.format(Locale.ROOT, "%s days", days(millis))
                : String.format(
                        Locale.ROOT, "%d x the average of %s days over %d visits", times, days(averageMillis), visits);
    }
}
