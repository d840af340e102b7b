package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.Map;

/** Asks outside systems to do something: not while history is imported, and not of a port that is off (GEN-10). */
final class Actions {

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
     * @param details further facts by name
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
                        .setDetails(details)
                        .build());
    }
}
