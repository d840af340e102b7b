package io.revstream.pipeline;

import java.time.Duration;
import java.time.Instant;

/**
 * A deal's stay in a stage (DEAL-28).
 *
 * @param leftAt null while the deal is in the stage
 */
public record Visit(String stage, Instant enteredAt, Instant leftAt) {

    /** Whether it is the same entry of the same stage. */
    public boolean isSameEntry(Visit other) {
        return stage.equals(other.stage()) && enteredAt.equals(other.enteredAt());
    }

    /** How long it stayed, or has stayed so far. */
    public Duration lasted(Instant now) {
        return Duration.between(enteredAt, leftAt == null ? now : leftAt);
    }
}
