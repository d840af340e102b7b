package io.revstream.lead;

import io.revstream.lifecycle.Gates;
import io.revstream.policy.EntryAction;
import io.revstream.policy.LifecycleRules.Stage;
import io.revstream.policy.Span;
import io.revstream.sla.BusinessCalendar;
import java.time.Instant;

/** Asks for what a stage asks of outside systems: once with each entry (LIF-24). */
final class EntryActions {

    private EntryActions() {}

    static void ask(LeadDraft draft, Stage stage) {
        Gates gates = draft.gates();
        for (EntryAction action : stage.does()) {
            boolean wanted = action.when().isEmpty() || gates.anyHolds(action.when());
            if (wanted && !gates.anyHolds(action.unless())) {
                Actions.ask(
                        draft,
                        action.kind(),
                        action.action(),
                        action.port(),
                        action.to(),
                        due(draft, action),
                        "entered " + stage.stage(),
                        Passing.known(draft, action.passes()));
            }
        }
    }

    private static Instant due(LeadDraft draft, EntryAction action) {
        Span due = action.due();
        if (due == null) {
            return null;
        }
        return due.business()
                ? BusinessCalendar.of(draft.policy.calendars().get(action.calendar()), null)
                        .plus(draft.now, due)
                : draft.now.plus(due.elapsed());
    }
}
