package io.revstream.lead;

import io.revstream.events.DataIssueFound;
import io.revstream.stream.Catalogue;
import java.util.List;
import java.util.Map;

/** Tells of fields whose absence keeps a lead from a stage, once for each stage, and that they are not missed any more (LIF-17). */
final class MissingFields {

    private static final String NOTICE = "missing-fields/";

    private MissingFields() {}

    /** @param blocked by stage, what is missing though its gate is open */
    static void tell(LeadDraft draft, Map<String, List<String>> blocked) {
        for (String notice : List.copyOf(draft.notices.standing())) {
            if (notice.startsWith(NOTICE) && !blocked.containsKey(notice.substring(NOTICE.length()))) {
                draft.notices = draft.notices.without(notice);
                say(draft, notice.substring(NOTICE.length()), List.of());
            }
        }
        blocked.forEach((stage, fields) -> {
            if (!draft.notices.has(NOTICE + stage)) {
                draft.notices = draft.notices.with(NOTICE + stage);
                say(draft, stage, fields);
            }
        });
    }

    /** @param fields none when nothing is missing any more */
    private static void say(LeadDraft draft, String stage, List<String> fields) {
        boolean resolved = fields.isEmpty();
        draft.say(
                Catalogue.DATA_ISSUES,
                DataIssueFound.newBuilder()
                        .setSubjectId(draft.id)
                        .setIssue("missing-fields")
                        .setResolved(resolved)
                        .setBecause(
                                resolved
                                        ? "Nothing keeps the lead from " + stage + " any more"
                                        : "Expected all that " + stage + " requires, but not known: "
                                                + String.join(", ", fields))
                        .setFields(fields)
                        .setDetails(Map.of("stage", stage))
                        .build());
    }
}
