package io.revstream.sla;

import java.time.Instant;

/**
 * A clock that has ended within the pass: kept because evidence of a contact may arrive after the verdict.
 *
 * @param endedAt when it was met, reassigned or cancelled
 */
public record EndedClock(RunningClock clock, Ending ending, Instant endedAt) {

    /** How a clock ends. */
    public enum Ending {
        /** By what it waited for, in time or late. */
        MET,
        /** By the step of its own chain that takes the lead away. */
        REASSIGNED,
        /** Without a verdict: what it waited for is not needed any more. */
        CANCELLED
    }

    /** Whether contact at that instant changes how the clock ended. */
    boolean yieldsTo(Instant contact) {
        return switch (ending) {
            case MET -> contact.isBefore(endedAt);
            case REASSIGNED -> true;
            case CANCELLED -> !contact.isAfter(endedAt);
        };
    }
}
