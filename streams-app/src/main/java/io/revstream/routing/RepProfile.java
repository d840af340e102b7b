package io.revstream.routing;

import io.revstream.events.RepDetails;
import java.time.Instant;
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
        Stated<Set<String>> skills) {

    static final RepProfile EMPTY = new RepProfile(
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing(),
            Stated.nothing());

    RepProfile with(RepDetails details, Instant at, String eventId) {
        ZoneId stated = details.getZone() == null ? null : ZoneId.of(details.getZone());
        Set<String> words = details.getSkills() == null ? null : Set.copyOf(new TreeSet<>(details.getSkills()));
        return new RepProfile(
                name.or(details.getName(), at, eventId),
                email.or(details.getEmail(), at, eventId),
                managerId.or(details.getManagerId(), at, eventId),
                zone.or(stated, at, eventId),
                capacity.or(details.getCapacity(), at, eventId),
                active.or(details.getActive(), at, eventId),
                weight.or(details.getWeight(), at, eventId),
                skills.or(words, at, eventId));
    }
}
