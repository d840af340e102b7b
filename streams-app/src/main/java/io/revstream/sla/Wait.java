package io.revstream.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an assignment took.
 *
 * @param askedAt when it was asked for; null when that is not known
 * @param queued for how much of it the subject waited in a queue because nobody could take it
 */
public record Wait(Instant askedAt, Duration queued) {

    /** Nothing is known of it. */
    public static final Wait UNKNOWN = new Wait(null, Duration.ZERO);

    /** What the pipeline itself took until that instant. */
    Duration ofSystem(Instant assignedAt) {
        if (askedAt == null) {
            return Duration.ZERO;
        }
        Duration took = Duration.between(askedAt, assignedAt).minus(queued);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
