package io.revstream.standalone.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * In which teams of a policy the reps of the demo's company sit. Each sits in the team that is his own where the policy has it; a team
 * that would be empty otherwise gets the next two reps, who may sit in several.
 */
final class Seating {

    private static final int IN_EMPTY_TEAM = 2;

    private final List<Rep> seats = new ArrayList<>();

    /** @param teams ids of the policy's teams; at least one */
    Seating(List<Rep> reps, Collection<String> teams) {
        reps.stream().filter(rep -> teams.contains(rep.team())).forEach(seats::add);
        int next = 0;
        for (String team : new TreeSet<>(teams)) {
            if (reps.stream().noneMatch(rep -> rep.team().equals(team))) {
                for (int i = 0; i < IN_EMPTY_TEAM; i++) {
                    seats.add(reps.get(next++ % reps.size()).in(team));
                }
            }
        }
    }

    /** All seats: a rep with the team. */
    List<Rep> all() {
        return List.copyOf(seats);
    }

    /** The seats of one rep; none when there was no team for him. */
    List<Rep> of(Rep rep) {
        return seats.stream().filter(seat -> seat.id().equals(rep.id())).toList();
    }

    /** The rep at the first of his seats; whoever has the first of all when he has none. */
    Rep first(Rep rep) {
        return of(rep).stream().findFirst().orElse(seats.get(0));
    }
}
