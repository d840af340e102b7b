package io.revstream.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A rotation by shares (RTE-08). Each lead is cut by weight among those who can take it, and the one who is then furthest behind gets it and
 * pays for it with a whole lead. So nobody is owed anything for the time in which he was away or full, or for leads that asked for skills
 * that he lacks, and what he was owed or owed himself is what it was when he comes back. What the reps of a team are owed adds up to
 * nothing.
 *
 * <p>With n reps, whoever comes and goes and whatever they weigh, nobody is ever more than (n - 1) / 2 leads off his share. As long as
 * the same n can take every lead, nobody is a lead ahead of his share or more than 1/2 + 1/3 + ... + 1/n behind it, and those of equal
 * weight are never more than one lead apart. The proofs are in docs/routing.md.
 */
final class EvenTurns {

    private static final Comparator<Rep> NEXT = Comparator.<Rep>comparingLong(
                    rep -> -rep.ledger().owed())
            .thenComparingLong(rep -> rep.ledger().turn())
            .thenComparing(Rep::id);

    private EvenTurns() {}

    /**
     * Cuts the lead and chooses.
     *
     * @param able those who can take it, at least one
     */
    static Next next(Roster roster, List<Standing> able) {
        long[] parts = Parts.cut(able.stream().mapToLong(Standing::weight).toArray());
        List<Rep> entitled = new ArrayList<>(able.size());
        long price = 0;
        for (int i = 0; i < parts.length; i++) {
            Rep rep = able.get(i).rep();
            entitled.add(rep.withLedger(rep.ledger().entitled(parts[i])));
            price += parts[i];
        }
        Rep next = entitled.stream().min(NEXT).orElseThrow();
        return new Next(roster.with(entitled), next, price, words(next, able.size()));
    }

    private static String words(Rep next, int able) {
        if (able == 1) {
            return next.name() + " is the only one who can take the lead";
        }
        Ledger ledger = next.ledger();
        return String.format(
                Locale.ROOT,
                "%s is furthest behind: %d leads so far, and a share of %.2f with this one",
                next.name(),
                ledger.assigned(),
                ledger.share());
    }
}
