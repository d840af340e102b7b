package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.ActivityEvent;
import io.revstream.lifecycle.Status;
import io.revstream.policy.RoutingRules.Meeting;
import io.revstream.profile.LeadProfile;
import java.util.Map;

/**
 * Meetings that prospects book or ask for belong in somebody's calendar: that of the lead's owner, or else of whom the tree of meetings
 * finds (RTE-24, RTE-25).
 */
final class Meetings {

    private Meetings() {}

    /** An activity happened that may be such a meeting. */
    static void happened(LeadDraft draft, ActivityEvent activity) {
        Meeting rules = draft.policy.routing().meeting();
        if (draft.acts() && rules != null && rules.on().contains(activity.getKind())) {
            draft.ownership = draft.ownership.meeting(activity.getKind());
        }
    }

    /** The owner is told at once; who has none is routed. A meeting that overtakes the record of its lead waits for it. */
    static void follow(LeadDraft draft) {
        Ownership ownership = draft.ownership;
        boolean waits = ownership.meeting() == null || ownership.isAwaited() || !draft.acts();
        if (waits || draft.standing.status() == Status.ARCHIVED || draft.profile.equals(LeadProfile.EMPTY)) {
            return;
        }
        boolean active = draft.standing.status() == Status.ACTIVE;
        if (ownership.ownerId() != null && (ownership.held() || active)) {
            tell(draft);
        } else {
            Routing.forMeeting(draft);
        }
    }

    /** The lead has its owner. */
    static void owned(LeadDraft draft) {
        if (draft.ownership.meeting() != null) {
            tell(draft);
        }
    }

    private static void tell(LeadDraft draft) {
        String kind = draft.ownership.meeting();
        draft.ownership = draft.ownership.meeting(null);
        Map<String, String> details = Map.of("meeting", kind);
        Actions.ask(draft, ActionKind.SYNC, "calendar", "scheduling", Actions.OWNER, null, kind, details);
        Actions.ask(draft, ActionKind.SYNC, "meeting", "crm", Actions.OWNER, null, kind, details);
    }
}
