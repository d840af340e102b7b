package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.NurtureKind;
import io.revstream.lifecycle.Confirmation;
import io.revstream.lifecycle.Status;
import io.revstream.lifecycle.Watch;
import io.revstream.policy.RejectionRules;
import io.revstream.policy.RejectionRules.Reason;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leads that sales gave back: nurtured, taken up again when it is time or when something changes, and archived when nothing happens
 * (domain 6.2). That they become MQLs again is left to the promotion rules.
 */
final class Recycles {

    private Recycles() {}

    /**
     * The lead was recycled: its engagement and what was confirmed of it begin anew (SCO-24), and the nurture of recycled leads takes
     * the place of the other one.
     */
    static void begin(LeadDraft draft) {
        // From when it was decided, not told: what the prospect did at that moment counts whichever of the two is read
        // first.
        Instant at = draft.input.occurredAt();
        draft.engagement = draft.engagement.reset(at);
        Occurrence event = new Occurrence(at, draft.input.eventId());
        draft.learn(draft.profile.without(Confirmation.ATTRIBUTE, event).without(Confirmation.BY_ROLE, event));
        Reason reason = reason(draft);
        Instant wake = reason == null || reason.reengageAfter() == null
                ? null
                : draft.now.plus(reason.reengageAfter().elapsed());
        draft.recycling = draft.recycling.begun(wake, watched(draft, reason));
        RenewalDate.follow(draft, reason);
        Nurture.say(draft, NurtureKind.RECYCLED, triggers(draft, reason));
        leaveFormer(draft);
        if (reason == null || !reason.later()) {
            enrol(draft, "rejected");
        }
    }

    /** The lead was archived: nothing wakes it any more (LIF-16). */
    static void archived(LeadDraft draft, String because) {
        if (draft.recycling.enrolled()) {
            leave(draft, because);
        } else {
            leaveFormer(draft);
        }
        draft.recycling = draft.recycling.ended();
        Nurture.say(draft, NurtureKind.ARCHIVED, because);
    }

    /** What has changed or is due takes the lead up again, or archives it. An overdue timer of imported history is due with the next input. */
    static void due(LeadDraft draft) {
        if (draft.standing.status() != Status.RECYCLED) {
            return;
        }
        Reason reason = reason(draft);
        RenewalDate.follow(draft, reason);
        if (reason != null) {
            watch(draft, reason);
        }
        Instant wake = draft.recycling.wakeAt();
        if (wake != null && !wake.isAfter(draft.now)) {
            draft.recycling = draft.recycling.takenUp();
            takeUp(draft, reason == null ? "time" : time(reason));
        }
        Instant archive = draft.recycling.archiveAt();
        if (archive != null && !archive.isAfter(draft.now)) {
            archiveUnlessEngaged(draft);
        }
    }

    /** The lead is recycled no longer: it leaves the nurture of recycled leads. */
    static void settle(LeadDraft draft) {
        if (draft.standing.status() == Status.RECYCLED || !draft.recycling.isOpen()) {
            return;
        }
        if (draft.recycling.enrolled()) {
            leave(draft, draft.standing.status() == Status.ACTIVE ? "taken up by sales" : "closed");
        }
        draft.recycling = draft.recycling.ended();
    }

    private static void watch(LeadDraft draft, Reason reason) {
        for (Map.Entry<String, List<String>> one : draft.recycling.watched().entrySet()) {
            String change = Watch.change(one.getKey(), one.getValue(), draft.facts(), reason.when());
            if (change != null) {
                draft.recycling = draft.recycling.watching(one.getKey(), Watch.words(draft.facts(), one.getKey()));
                takeUp(draft, change);
            }
        }
    }

    private static void takeUp(LeadDraft draft, String trigger) {
        Nurture.say(draft, NurtureKind.REENGAGE, trigger);
        if (!draft.recycling.enrolled()) {
            enrol(draft, trigger);
        }
    }

    /** An activity puts the end off: nurture ends that long after the latest one (REJ-13). */
    private static void archiveUnlessEngaged(LeadDraft draft) {
        RejectionRules.Nurture nurture = draft.policy.rejection().recycling();
        Instant engaged = draft.engagement.lastEngagedAt();
        if (nurture == null || nurture.archiveAfter() == null) {
            draft.recycling = draft.recycling.archiving(null);
        } else if (engaged != null
                && engaged.plus(nurture.archiveAfter().elapsed()).isAfter(draft.now)) {
            draft.recycling = draft.recycling.archiving(
                    engaged.plus(nurture.archiveAfter().elapsed()));
        } else {
            String because = "no engagement for " + nurture.archiveAfter();
            Stages.become(draft, draft.standing.archived(draft.now, draft.policy.lifecycle()), because);
            archived(draft, because);
        }
    }

    private static void enrol(LeadDraft draft, String because) {
        RejectionRules.Nurture nurture = draft.policy.rejection().recycling();
        if (nurture == null) {
            return;
        }
        draft.recycling = draft.recycling.enrolled(
                nurture.archiveAfter() == null
                        ? null
                        : draft.now.plus(nurture.archiveAfter().elapsed()));
        Nurture.say(draft, NurtureKind.ENROLLED, because);
        Actions.ask(
                draft,
                ActionKind.ENROL,
                nurture.sequence(),
                nurture.port(),
                null,
                null,
                because,
                Map.of("frequency", nurture.frequency()));
    }

    private static void leave(LeadDraft draft, String because) {
        RejectionRules.Nurture nurture = draft.policy.rejection().recycling();
        if (nurture != null) {
            Actions.ask(draft, ActionKind.REMOVE, nurture.sequence(), nurture.port(), because);
        }
    }

    /** The nurture that the lead was in before sales had it. */
    private static void leaveFormer(LeadDraft draft) {
        RejectionRules.Nurture nurture = draft.policy.rejection().recycling();
        if (nurture != null && nurture.instead() != null) {
            Actions.ask(draft, ActionKind.REMOVE, nurture.instead(), nurture.port(), "rejected");
        }
    }

    /** What is known of the reason; null when the lead was recycled without one, or when the policy does not know it any more. */
    private static Reason reason(LeadDraft draft) {
        String code = draft.standing.rejectionReason();
        return code == null ? null : draft.policy.rejection().reasons().get(code);
    }

    private static Map<String, List<String>> watched(LeadDraft draft, Reason reason) {
        Map<String, List<String>> words = new TreeMap<>();
        if (reason != null) {
            reason.watch().forEach(attribute -> words.put(attribute, Watch.words(draft.facts(), attribute)));
        }
        return words;
    }

    private static String triggers(LeadDraft draft, Reason reason) {
        if (reason == null) {
            return null;
        }
        List<String> triggers = new ArrayList<>();
        draft.recycling
                .watched()
                .keySet()
                .forEach(attribute ->
                        triggers.add(attribute + " " + reason.when().name().toLowerCase(Locale.ROOT)));
        if (reason.reengageAfter() != null || reason.reengageBefore() != null) {
            triggers.add(time(reason));
        }
        return triggers.isEmpty() ? null : String.join(", ", triggers);
    }

    private static String time(Reason reason) {
        if (reason.reengageBefore() != null) {
            return reason.reengageBefore().by() + " before "
                    + reason.reengageBefore().date();
        }
        return reason.reengageAfter() == null ? "time" : reason.reengageAfter() + " after the rejection";
    }
}
