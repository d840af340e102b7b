package io.revstream.profile;

import io.revstream.events.DataIssueFound;
import io.revstream.profile.RecordCopy.Compared;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says that a copy of a record differs from it, or agrees again (GEN-02). */
public final class ConflictingRecord {

    public static final String ISSUE = "conflicting-record";

    /** Attributes of a lead that are not a person's own: only of these the values are told. */
    private static final Set<String> IMPERSONAL = Set.of(
            "phoneValid",
            "company",
            "accountId",
            "title",
            "department",
            "seniority",
            "industry",
            "employees",
            "revenue",
            "country",
            "region",
            "language",
            "product",
            "technologies",
            "leadSource");

    private ConflictingRecord() {}

    /** About an attribute of a lead; who it is stays unsaid. */
    public static DataIssueFound ofLead(String leadId, String system, Compared compared, String eventId) {
        return issue(leadId, system, compared, eventId, IMPERSONAL.contains(compared.attribute()));
    }

    /** About an attribute of an account. */
    public static DataIssueFound ofAccount(String accountId, String system, Compared compared, String eventId) {
        return issue(accountId, system, compared, eventId, true);
    }

    private static DataIssueFound issue(
            String subject, String system, Compared compared, String eventId, boolean withValues) {
        return DataIssueFound.newBuilder()
                .setSubjectId(subject)
                .setIssue(ISSUE)
                .setResolved(compared.agrees())
                .setBecause(because(system, compared, withValues))
                .setFields(List.of(compared.attribute()))
                .setEventIds(List.of(eventId))
                .setDetails(Map.of("system", system))
                .build();
    }

    private static String because(String system, Compared compared, boolean withValues) {
        if (compared.agrees()) {
            return system + " holds what is known of " + compared.attribute();
        }
        if (!withValues) {
            return "Expected the " + compared.attribute() + " that is known, but " + system + " holds another";
        }
        return "Expected " + compared.attribute() + " " + words(compared.known()) + ", as is known, but " + system
                + " holds " + words(compared.held());
    }

    private static String words(List<String> values) {
        return values.isEmpty() ? "nothing" : "\"" + String.join(", ", values) + "\"";
    }
}
