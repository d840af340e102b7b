package io.revstream.policy;

import io.revstream.policy.LeadSearch.Found;
import io.revstream.policy.LeadSearch.Outcome;
import io.revstream.policy.RoutingRules.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be proven of a list of which the first entry that holds decides: which entries no lead reaches, and which two could take the
 * same lead though neither is the more special one.
 */
final class RoutingProof {

    private final List<Entry> entries;
    private final LeadSearch search;

    /**
     * An entry.
     *
     * @param guard what must hold
     * @param open whether it takes whoever is left: such a one is kept for safety and need not be reached
     * @param target where it leads; two entries that lead to the same need no order
     */
    record Entry(String name, Expression guard, boolean open, Object target) {

        static Entry of(Branch branch, List<Territory> territories) {
            return new Entry(branch.branch(), Guards.of(branch, territories), branch.isOpen(), branch.to());
        }

        static Entry of(Territory territory) {
            return new Entry(territory.territory(), Guards.of(territory), false, territory.to());
        }
    }

    /**
     * An entry that no lead reaches.
     *
     * @param before earlier entries that take all of its leads; none when it contradicts itself
     */
    record Unreachable(int entry, List<String> before) {}

    RoutingProof(List<Entry> entries, LikelyValue likelyValue, List<Territory> territories) {
        this.entries = entries;
        this.search = new LeadSearch(entries.stream().map(Entry::guard).toList(), likelyValue, territories);
    }

    /** Whether a lead reaches an entry; null when it does. */
    Unreachable unreachable(int entry) {
        if (entries.get(entry).open() || reach(entry, before(entry)) != Outcome.NONE) {
            return null;
        }
        List<Integer> needed = new ArrayList<>(before(entry));
        for (int earlier : before(entry)) {
            List<Integer> without =
                    needed.stream().filter(one -> one != earlier).toList();
            if (reach(entry, without) == Outcome.NONE) {
                needed = new ArrayList<>(without);
            }
        }
        return new Unreachable(
                entry, needed.stream().map(one -> entries.get(one).name()).toList());
    }

    /** Whether the search for a lead that reaches an entry took too long. */
    boolean isUnproven(int entry) {
        return !entries.get(entry).open() && reach(entry, before(entry)) == Outcome.GAVE_UP;
    }

    /**
     * A lead that two entries could take, when no earlier one does, and neither takes all that the other would.
     *
     * @return GAVE_UP when that took too long to find out
     */
    Found overlap(int first, int second) {
        Found both = meet(first, second);
        if (both.outcome() != Outcome.FOUND) {
            return both;
        }
        Found onlyFirst = search.find(guards(List.of(first)), guards(List.of(second)), true);
        if (onlyFirst.outcome() != Outcome.FOUND) {
            return onlyFirst;
        }
        Found onlySecond = search.find(guards(List.of(second)), guards(List.of(first)), true);
        return onlySecond.outcome() == Outcome.FOUND ? both : onlySecond;
    }

    /** A lead that meets two entries and none before the first. */
    Found meet(int first, int second) {
        return search.find(guards(List.of(first, second)), guards(before(first)), true);
    }

    private Outcome reach(int entry, List<Integer> without) {
        return search.find(guards(List.of(entry)), guards(without), false).outcome();
    }

    private List<Expression> guards(List<Integer> chosen) {
        return chosen.stream().map(one -> entries.get(one).guard()).toList();
    }

    private static List<Integer> before(int entry) {
        return IntStream.range(0, entry).boxed().toList();
    }
}
