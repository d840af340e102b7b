package io.revstream.deal;

import io.revstream.policy.EntryAction;
import io.revstream.sla.Progress;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.stream.Catalogue;

/** The SLA clocks of a deal. Imported history starts none; the first live event starts those of the stage that the deal is in. */
final class DealClocks {

    private DealClocks() {}

    /** Time has come: what is due is said, and asked for. */
    static void apply(DealDraft draft, Progress progress) {
        draft.clocks = progress.clocks();
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof StepReached step) {
                draft.say(Catalogue.SLA_BREACHES, outcome.event(draft.id));
                for (EntryAction action : step.step().does()) {
                    DealActions.ask(draft, action, "clock " + step.clock().name());
                }
            } else {
                draft.say(Catalogue.SLA_CLOCKS, outcome.event(draft.id));
            }
        }
    }
}
