package io.revstream.lead;

import io.revstream.events.RoutingReason;
import io.revstream.sla.SlaOutcome.StepReached;

/**
 * Why a lead is taken away from its owner.
 *
 * @param preferred who gets it if he can; nobody for the next of the rotation
 */
record Takeover(RoutingReason reason, Preferred preferred) {

    /** A step of a chain says so. */
    static Takeover by(StepReached step) {
        return switch (step.then()) {
            case REASSIGN -> new Takeover(RoutingReason.SLA_BREACH, Preferred.NOBODY);
            case BACKUP ->
                new Takeover(RoutingReason.BACKUP, Preferred.backup(step.clock().assignee()));
        };
    }
}
