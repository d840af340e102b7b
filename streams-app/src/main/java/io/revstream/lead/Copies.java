package io.revstream.lead;

import io.revstream.events.RecordObserved;
import io.revstream.profile.ConflictingRecord;
import io.revstream.profile.RecordCopy;
import io.revstream.profile.RecordCopy.Compared;
import io.revstream.stream.Catalogue;

/** Compares copies of a lead's record with what is known of it (GEN-02). What differs is an issue; the lead stays as it is. */
final class Copies {

    private Copies() {}

    static void observed(LeadDraft draft, RecordObserved observed) {
        RecordCopy copy = RecordCopy.of(observed);
        for (Compared compared : copy.compare(draft.profile.attributes())) {
            String notice = ConflictingRecord.ISSUE + "/" + copy.system() + "/" + compared.attribute();
            if (compared.agrees() == draft.notices.has(notice)) {
                draft.notices = compared.agrees() ? draft.notices.without(notice) : draft.notices.with(notice);
                draft.say(
                        Catalogue.DATA_ISSUES,
                        ConflictingRecord.ofLead(draft.id, copy.system(), compared, draft.input.eventId()));
            }
        }
    }
}
