package io.revstream.standalone.demo;

import io.revstream.events.LeadAssigned;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reps: they work on what the pipeline gives them, and stop when it gives the lead to somebody else. */
final class SalesFloor {

    private final long seed;
    private final Offices offices;
    private final Map<String, Turn> latest = new ConcurrentHashMap<>();

    /** Which assignment of a lead. */
    private record Turn(int pass, int round) {

        Turn later(Turn other) {
            boolean after = other.pass > pass || (other.pass == pass && other.round > round);
            return after ? other : this;
        }
    }

    SalesFloor(long seed, Offices offices) {
        this.seed = seed;
        this.offices = offices;
    }

    /** What the rep does about a lead, during working hours. */
    List<Happening> workOn(LeadAssigned assigned) {
        String lead = assigned.getLeadId();
        Turn turn = new Turn(assigned.getPass(), assigned.getRound());
        latest.merge(lead, turn, Turn::later);
        if (assigned.getOwnerId() == null) {
            return List.of();
        }
        Rep rep = Company.rep(assigned.getOwnerId());
        Chance chance = new Chance(seed, lead + "/" + turn.pass() + "/" + turn.round());
        return new Pursuit(assigned, rep, offices.of(rep.zone()), chance)
                .happenings().stream()
                        .map(one -> one.onlyIf(() -> turn.equals(latest.get(lead))))
                        .toList();
    }
}
