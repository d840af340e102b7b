package io.revstream.lead;

import io.revstream.events.DataIssueFound;
import io.revstream.policy.RejectionRules.Ahead;
import io.revstream.policy.RejectionRules.Reason;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * Takes a lead up again ahead of a date that an attribute holds, such as the end of a competitor's contract (REJ-09). The date may be
 * told, or put off, later on; as long as there is none that lies ahead, it is an issue of the lead's data.
 */
final class RenewalDate {

    private static final String ISSUE = "missing-fields";
    private static final String NOTICE = "renewal-date/";

    private RenewalDate() {}

    /** @param reason of the recycling; null for none */
    static void follow(LeadDraft draft, Reason reason) {
        if (reason == null || reason.reengageBefore() == null || draft.recycling.taken()) {
            return;
        }
        Ahead ahead = reason.reengageBefore();
        String told = draft.profile.text(ahead.date());
        Instant date = date(told);
        boolean lies = date != null && date.isAfter(draft.now);
        if (lies) {
            Instant wake = date.minus(ahead.by().elapsed());
            draft.recycling = draft.recycling.waking(wake.isBefore(draft.now) ? draft.now : wake);
        } else {
            draft.recycling = draft.recycling.waking(null);
        }
        issue(draft, ahead.date(), !lies, told);
    }

    /** A day begins at midnight UTC. Null for what is no date. */
    private static Instant date(String told) {
        if (told == null) {
            return null;
        }
        try {
            return told.length() <= 10
                    ? LocalDate.parse(told).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(told);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static void issue(LeadDraft draft, String attribute, boolean missing, String told) {
        String notice = NOTICE + attribute;
        if (!draft.acts() || missing == draft.notices.has(notice)) {
            return;
        }
        draft.notices = missing ? draft.notices.with(notice) : draft.notices.without(notice);
        draft.say(
                Catalogue.DATA_ISSUES,
                DataIssueFound.newBuilder()
                        .setSubjectId(draft.id)
                        .setIssue(ISSUE)
                        .setResolved(!missing)
                        .setBecause("Expected a date that lies ahead, before which the lead is taken up again, "
                                + (missing ? "but found " : "and found ") + (told == null ? "none" : told))
                        .setFields(List.of(attribute))
                        .setEventIds(List.of())
                        .setDetails(Map.of("reasonCode", String.valueOf(draft.standing.rejectionReason())))
                        .build());
    }
}
