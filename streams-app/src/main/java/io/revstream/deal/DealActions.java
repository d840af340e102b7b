package io.revstream.deal;

import io.revstream.events.ActionRequested;
import io.revstream.lifecycle.Gates;
import io.revstream.policy.EntryAction;
import io.revstream.policy.Span;
import io.revstream.scoring.Engagement;
import io.revstream.sla.BusinessCalendar;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks outside systems to do something for a deal: not while history is imported, and not of a port that is off (GEN-10). */
final class DealActions {

    /** Who and what the deal is goes with every action, so that whoever carries it out need not look it up. */
    private static final List<String> ALWAYS = List.of("dealStage", "name", "leadId");

    private DealActions() {}

    /** Asks for an action of which nothing more is to be said. */
    static void ask(DealDraft draft, EntryAction action, String because) {
        ask(draft, action, because, Map.of());
    }

    /**
     * Asks for an action.
     *
     * @param because why, in words
     * @param more further facts by name
     */
    static void ask(DealDraft draft, EntryAction action, String because, Map<String, String> more) {
        if (!draft.acts() || !draft.policy.ports().isOn(action.port()) || !isWanted(draft, action)) {
            return;
        }
        draft.say(
                Catalogue.ACTIONS,
                ActionRequested.newBuilder()
                        .setSubjectId(draft.id)
                        .setPass(draft.clocks.pass())
                        .setKind(action.kind())
                        .setAction(action.action())
                        .setPort(action.port())
                        .setTo(action.to())
                        .setDueAt(due(draft, action))
                        .setBecause(because)
                        .setDetails(details(draft, action, more))
                        .build());
    }

    private static boolean isWanted(DealDraft draft, EntryAction action) {
        Gates gates = new Gates(draft.facts(), Engagement.NONE);
        return (action.when().isEmpty() || gates.anyHolds(action.when())) && !gates.anyHolds(action.unless());
    }

    private static Map<String, String> details(DealDraft draft, EntryAction action, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        ALWAYS.forEach(name -> put(details, name, draft.facts().text(name)));
        action.passes().forEach(name -> put(details, name, draft.facts().text(name)));
        put(details, "ownerId", draft.standing.ownerId());
        put(details, "managerId", draft.manager());
        put(
                details,
                "recipientId",
                action.to() == null ? null : DealClocks.assignee(draft).inRole(action.to()));
        return details;
    }

    private static void put(Map<String, String> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private static Instant due(DealDraft draft, EntryAction action) {
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
