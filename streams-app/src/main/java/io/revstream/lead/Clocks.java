package io.revstream.lead;

import io.revstream.sla.Progress;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.stream.Catalogue;

/** Publishes what happened to the clocks of a lead, and has it routed again when a step says so. */
final class Clocks {

    private Clocks() {}

    static void apply(LeadDraft draft, Progress progress) {
        draft.clocks = progress.clocks();
        boolean reassign = false;
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof ClockMoved) {
                draft.say(Catalogue.SLA_CLOCKS, outcome.event(draft.id));
            } else if (outcome instanceof StepReached step) {
                draft.say(Catalogue.SLA_BREACHES, outcome.event(draft.id));
                reassign = reassign || step.reassigns();
            }
        }
        if (reassign) {
            Routing.askAgain(draft);
        }
    }
}
