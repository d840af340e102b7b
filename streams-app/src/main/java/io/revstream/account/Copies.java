package io.revstream.account;

import io.revstream.events.AccountEvent;
import io.revstream.profile.ConflictingRecord;
import io.revstream.profile.RecordCopy;
import io.revstream.profile.RecordCopy.Compared;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares copies of an account's record with what is known of it (GEN-02). What differs is an issue; the account stays as it is. */
final class Copies {

    /** More conflicts than these are said each time. */
    private static final int MOST = 64;

    private Copies() {}

    static AccountState observed(AccountState state, AccountEvent event, List<Output> outputs) {
        RecordCopy copy = RecordCopy.of(event.getObserved());
        Set<String> conflicts = new TreeSet<>(state.conflicts());
        for (Compared compared : copy.compare(state.attributes())) {
            String conflict = copy.system() + "/" + compared.attribute();
            if (compared.agrees() == conflicts.contains(conflict)) {
                if (compared.agrees()) {
                    conflicts.remove(conflict);
                } else if (conflicts.size() < MOST) {
                    conflicts.add(conflict);
                }
                outputs.add(new Output(
                        Catalogue.DATA_ISSUES,
                        state.id(),
                        ConflictingRecord.ofAccount(state.id(), copy.system(), compared, event.getEventId())));
            }
        }
        return state.withConflicts(conflicts);
    }
}
