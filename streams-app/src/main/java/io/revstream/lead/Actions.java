package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Asks outside systems to do something: not while history is imported, and not of a port that is off (GEN-10). */
final class Actions {

    /** The role of who has the lead. */
    static final String OWNER = "owner";

    /** The detail that names who is told. */
    static final String RECIPIENT = "recipientId";

    private Actions() {}

    /** Asks for an action that nobody in particular carries out, without a due date. */
    static void ask(LeadDraft draft, ActionKind kind, String action, String port, String because) {
        ask(draft, kind, action, port, null, null, because, Map.of());
    }

    /**
     * Asks for an action.
     *
     * @param action the policy's name of it; {@code *} to remove the lead from all sequences
     * @param port who carries it out, as in the policy
     * @param to owner, manager, a team or a rep; null where nobody is told
     * @param dueAt null where it is not due
     * @param because why, in a word or two
     * @param details further facts by name; who has the role {@code to} goes with them as {@value #RECIPIENT}
     */
    static void ask(
            LeadDraft draft,
            ActionKind kind,
            String action,
            String port,
            String to,
            Instant dueAt,
            String because,
            Map<String, String> details) {
        if (!draft.acts() || !draft.policy.ports().isOn(port)) {
            return;
        }
        draft.say(
                Catalogue.ACTIONS,
                ActionRequested.newBuilder()
                        .setSubjectId(draft.id)
                        .setPass(draft.standing.pass())
                        .setKind(kind)
                        .setAction(action)
                        .setPort(port)
                        .setTo(to)
                        .setDueAt(dueAt)
                        .setBecause(because)
                        .setDetails(withRecipient(draft, to, details))
                        .build());
    }

    /** Who has the role now, unless it was said who has: a notifier need not look it up. */
    private static Map<String, String> withRecipient(LeadDraft draft, String to, Map<String, String> details) {
        String recipient = to == null ? null : inRole(draft, to);
        if (recipient == null || details.containsKey(RECIPIENT)) {
            return details;
        }
        Map<String, String> more = new TreeMap<>(details);
        more.put(RECIPIENT, recipient);
        return more;
    }

    private static String inRole(LeadDraft draft, String role) {
        return role.equals(OWNER)
                ? draft.ownership.ownerId()
                : draft.clocks.assignee().inRole(role);
    }
}
