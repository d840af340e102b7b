package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.state.Occurrence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** What was stated of a rep, each detail on its own: two events that cross on their way leave the same profile in either order. */
record RepProfile(
        Stated<String> name,
        Stated<String> email,
        Stated<String> managerId,
        Stated<ZoneId> zone,
        Stated<Integer> capacity,
        Stated<Boolean> active,
        Stated<Double> weight,
        Stated<Set<String>> skills,
        Stated<Set<String>> territories,
        Stated<Double> attainment,
        Stated<Integer> openDeals,
        Stated<LocalDate> startedOn) {

    static final RepProfile EMPTY = new RepProfile(
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing());

    RepProfile with(RepDetails details, Occurrence by) {
        ZoneId stated = details.getZone() == null ? null : ZoneId.of(details.getZone());
        Set<String> words = details.getSkills() == null ? null : Set.copyOf(new TreeSet<>(details.getSkills()));
        return new RepProfile(
                name.or(details.getName(), by),
                email.or(details.getEmail(), by),
                managerId.or(details.getManagerId(), by),
                zone.or(stated, by),
                capacity.or(details.getCapacity(), by),
                active.or(details.getActive(), by),
                weight.or(details.getWeight(), by),
                skills.or(words, by),
                territories.or(details.getTerritories() == null ? null : Set.copyOf(details.getTerritories()), by),
                attainment.or(details.getAttainment(), by),
                openDeals.or(details.getOpenDeals(), by),
                startedOn.or(details.getStartedOn(), by));
    }
}
