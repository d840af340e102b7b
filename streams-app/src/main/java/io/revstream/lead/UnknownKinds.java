package io.revstream.lead;

import io.revstream.events.ActivityEvent;
import io.revstream.events.DataIssueFound;
import io.revstream.stream.Catalogue;
import java.util.List;
import java.util.Map;

/** Says once of each lead that an activity is of a kind which nobody knows. It is kept like any other, and scores nothing. */
final class UnknownKinds {

    private static final String ISSUE = "unknown-activity";

    private UnknownKinds() {}

    static void saw(LeadDraft draft, ActivityEvent activity) {
        String kind = activity.getKind();
        String notice = ISSUE + "/" + kind;
        if (draft.policy.activityKinds().knows(kind) || draft.notices.has(notice)) {
            return;
        }
        draft.notices = draft.notices.with(notice);
        draft.say(
                Catalogue.DATA_ISSUES,
                DataIssueFound.newBuilder()
                        .setSubjectId(draft.id)
                        .setIssue(ISSUE)
                        .setResolved(false)
                        .setBecause("Expected a kind that is documented, or that the policy names, but found \"" + kind
                                + "\" of " + activity.getSource() + ": it scores nothing")
                        .setEventIds(List.of(activity.getEventId()))
                        .setDetails(Map.of("kinds", kind))
                        .build());
    }
}
