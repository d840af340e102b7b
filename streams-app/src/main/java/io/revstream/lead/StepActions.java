package io.revstream.lead;

import io.revstream.policy.EntryAction;
import io.revstream.sla.Assignee;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.sla.SlaTerms;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks for what a step of a chain asks of outside systems: at once, and of the new owner when the lead that the step took away is his
 * (SLA-32). A step that a later one supersedes asks for nothing.
 */
final class StepActions {

    private static final String NEW_OWNER = "new-owner";

    private StepActions() {}

    static void reached(LeadDraft draft, SlaTerms terms, StepReached step) {
        if (step.superseded()) {
            return;
        }
        Assignee who = step.clock().assignee();
        for (EntryAction action : terms.does(step)) {
            String recipient = action.to() == null ? null : who.inRole(action.to());
            if (!NEW_OWNER.equals(action.to())) {
                EntryActions.ask(draft, action, step.because(), details(step, recipient));
            }
        }
    }

    /** The lead that the step took away has its new owner. */
    static void takenOver(LeadDraft draft, SlaTerms terms, StepReached step) {
        for (EntryAction action : terms.does(step)) {
            if (NEW_OWNER.equals(action.to())) {
                Map<String, String> details = details(step, draft.ownership.ownerId());
                details.put("previousOwnerId", step.clock().assignee().ownerId());
                EntryActions.ask(draft, action, step.because(), details);
            }
        }
    }

    private static Map<String, String> details(StepReached step, String recipient) {
        Map<String, String> details = new TreeMap<>();
        details.put("clock", step.clock().name());
        details.put("step", step.step().step());
        details.put("dueAt", step.clock().dueAt().toString());
        if (recipient != null) {
            details.put(Actions.RECIPIENT, recipient);
        }
        return details;
    }
}
