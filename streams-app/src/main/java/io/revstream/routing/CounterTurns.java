package io.revstream.routing;

import java.util.List;

/**
 * A rotation by a counter (RTE-15). Reps who are on the team have the numbers 0, 1, 2, ... in the order of the roster, and again from the first
 * where they end. The rep of the counter gets the lead; when he cannot take it, the next one who can. The counter goes on to the number after
 * his, and begins again at its maximum.
 */
final class CounterTurns {

    private CounterTurns() {}

    /**
     * Chooses the rep that the counter names.
     *
     * @param standings all reps of the team; at least one of them can take the lead
     * @param counterMax count at which the counter begins again
     */
    static Next next(Roster roster, List<Standing> standings, int counterMax) {
        List<Standing> numbered =
                standings.stream().filter(one -> one.rep().belongs()).toList();
        int count = roster.counter();
        while (!numbered.get(count % numbered.size()).able()) {
            count++;
        }
        Rep next = numbered.get(count % numbered.size()).rep();
        int after = count + 1;
        String because = "the counter is at " + roster.counter() + " of " + counterMax + ": " + next.name()
                + (count == roster.counter() ? " is that rep" : " is the next who can take the lead");
        return new Next(roster.counting(after >= counterMax ? 0 : after), next, 0, because);
    }
}
