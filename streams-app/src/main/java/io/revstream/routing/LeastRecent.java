package io.revstream.routing;

import java.util.Comparator;
import java.util.List;

/** A rotation in which whoever was given a lead least recently goes first, and whoever never was before him (RTE-16). */
final class LeastRecent {

    private static final Comparator<Rep> NEXT =
            Comparator.<Rep>comparingLong(rep -> rep.ledger().turn()).thenComparing(Rep::id);

    private LeastRecent() {}

    /**
     * Chooses among those who can take the lead.
     *
     * @param able those who can take it, at least one
     */
    static Next next(Roster roster, List<Standing> able) {
        Rep next = able.stream().map(Standing::rep).min(NEXT).orElseThrow();
        Ledger ledger = next.ledger();
        String because = next.name()
                + (ledger.lastAssignedAt() == null
                        ? " was never given a lead"
                        : " was given a lead least recently, at " + ledger.lastAssignedAt());
        return new Next(roster, next, 0, because);
    }
}
