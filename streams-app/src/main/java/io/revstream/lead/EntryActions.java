package io.revstream.lead;

import io.revstream.lifecycle.Gates;
import io.revstream.lifecycle.StageEntry;
import io.revstream.policy.EntryAction;
import io.revstream.policy.LifecycleRules.Stage;
import io.revstream.policy.Span;
import io.revstream.sla.BusinessCalendar;
import java.time.Instant;
import java.util.Map;

/**
 * Asks for what a stage asks of outside systems: once with each entry (LIF-24). What it asks of the owner is asked of each owner once, when
 * the lead is his; while one is being found, it waits for him.
 */
final class EntryActions {

    private EntryActions() {}

    /** The lead entered a stage. */
    static void ask(LeadDraft draft, Stage stage) {
        boolean awaited = draft.ownership.isAwaited();
        for (EntryAction action : stage.does()) {
            if (!awaited || !isForOwner(action)) {
                ask(draft, stage, action);
            }
        }
    }

    /** The lead has an owner: the stage that it has come to asks of him, and so do those that it entered while he was being found. */
    static void owned(LeadDraft draft, Instant awaitedSince) {
        for (Stage stage : draft.policy.lifecycle().stages()) {
            StageEntry entered = draft.standing.entered().get(stage.stage());
            boolean meanwhile = entered != null && !entered.latest().isBefore(awaitedSince);
            if (meanwhile || stage.stage().equals(draft.standing.reached())) {
                stage.does().stream().filter(EntryActions::isForOwner).forEach(action -> ask(draft, stage, action));
            }
        }
    }

    private static boolean isForOwner(EntryAction action) {
        return Actions.OWNER.equals(action.to());
    }

    private static void ask(LeadDraft draft, Stage stage, EntryAction action) {
        ask(draft, action, "entered " + stage.stage(), Map.of());
    }

    /**
     * Asks for an action, if its own conditions hold.
     *
     * @param because why, in words
     * @param details facts that go with it beside those that the policy passes
     */
    static void ask(LeadDraft draft, EntryAction action, String because, Map<String, String> details) {
        Gates gates = draft.gates();
        boolean wanted = action.when().isEmpty() || gates.anyHolds(action.when());
        if (wanted && !gates.anyHolds(action.unless())) {
            Map<String, String> more = Passing.known(draft, action.passes());
            more.putAll(details);
            Actions.ask(
                    draft,
                    action.kind(),
                    action.action(),
                    action.port(),
                    action.to(),
                    due(draft, action),
                    because,
                    more);
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
