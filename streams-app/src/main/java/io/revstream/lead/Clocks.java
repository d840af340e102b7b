package io.revstream.lead;

import io.revstream.events.ClockChange;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.sla.Progress;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.sla.SlaTerms;
import io.revstream.stream.Catalogue;

/** Publishes what happened to the clocks of a lead, and has it routed again when a step says so. */
final class Clocks {

    private Clocks() {}

    /** What clocks wait for may be known now. */
    static void learned(LeadDraft draft) {
        if (draft.acts()) {
            apply(draft, draft.clocks.learned(SlaTerms.of(draft.policy), draft.facts()::has, draft.now));
        }
    }

    /** Sales has accepted or rejected the lead. */
    static void answered(LeadDraft draft, String because) {
        if (draft.acts()) {
            apply(draft, draft.clocks.answered(SlaTerms.of(draft.policy), because, draft.now));
        }
    }

    /** Sales need not contact the lead any more. */
    static void taken(LeadDraft draft, String because) {
        if (draft.acts()) {
            apply(draft, draft.clocks.taken(SlaTerms.of(draft.policy), because, draft.now));
        }
    }

    static void apply(LeadDraft draft, Progress progress) {
        draft.clocks = progress.clocks();
        boolean reassign = false;
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof ClockMoved moved) {
                SlaClockChanged changed = moved.event(draft.id);
                draft.say(Catalogue.SLA_CLOCKS, changed);
                FirstResponses.moved(draft, changed);
                if (moved.change() == ClockChange.MET) {
                    Handoffs.met(draft, moved.clock().name());
                }
            } else if (outcome instanceof StepReached step) {
                SlaStepReached reached = step.event(draft.id);
                draft.say(Catalogue.SLA_BREACHES, reached);
                FirstResponses.reached(draft, reached);
                reassign = reassign || step.reassigns();
            }
        }
        if (reassign) {
            Routing.askAgain(draft);
        }
    }
}
