package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rep of a team.
 *
 * @param absences times away by absence id
 * @param open passes of the leads that he holds, by lead id
 * @param ledger what the rotation gave him, and what was his by right
 * @param load how many leads he was given of late, by whatever way
 */
public record Rep(
        String id,
        RepProfile profile,
        Map<String, Stated<Absence>> absences,
        Map<String, Integer> open,
        Ledger ledger,
        Load load) {

    static final String OFF_HOURS = "off-hours";

    static Rep unknown(String id) {
        return new Rep(id, RepProfile.EMPTY, Map.of(), Map.of(), Ledger.EMPTY, Load.NONE);
    }

    /** Full name, or his id when none was stated. */
    public String name() {
        return profile.name().orElse(id);
    }

    /** E-mail address; null when not stated. */
    public String email() {
        return profile.email().value();
    }

    /** His manager, or the team's; null when neither is known. */
    public String manager(RoutingRules.Team team) {
        return profile.managerId().orElse(team.manager());
    }

    /** His time zone, or the team's. */
    public ZoneId zone(RoutingRules.Team team) {
        return profile.zone().orElse(team.zone());
    }

    /** Share of a full rotation; 1 when not stated. */
    public double weight() {
        return profile.weight().orElse(1.0);
    }

    /** Skills in the words of the policy. */
    public Set<String> skills() {
        return profile.skills().orElse(Set.of());
    }

    /** A rep of whom nothing but an absence is known has not joined yet. */
    public boolean active() {
        return profile.active().orElse(!profile.equals(RepProfile.EMPTY));
    }

    public boolean absent(Instant at) {
        return away().stream().anyMatch(absence -> absence.covers(at));
    }

    boolean full(RoutingRules.Rotation rules) {
        return open.size() >= profile.capacity().orElse(rules.capacity());
    }

    Collection<Absence> away() {
        return absences.values().stream().map(Stated::value).toList();
    }

    String kept() { return null; }
    boolean belongs() { return active(); }
    Set<String> territories() { return profile.territories().orElse(Set.of()); }
    Double attainment() { return profile.attainment().value(); }
    Integer openDeals() { return profile.openDeals().value(); }
    java.time.LocalDate startedOn() { return profile.startedOn().value(); }
    ZoneId zone(ZoneId otherwise) { return profile.zone().orElse(otherwise); }

    /** With a lead on his desk. */
    Rep holding(Ask ask, Instant at, ZoneId teamZone) {
        SortedMap<String, Integer> next = new TreeMap<>(open);
        next.put(ask.leadId(), ask.pass());
        return new Rep(id, profile, absences, Collections.unmodifiableSortedMap(next), ledger, load.with(at, zone(teamZone)));
    }

    Rep withProfile(RepProfile next) {
        return new Rep(id, next, absences, open, ledger, load);
    }

    Rep withAbsences(Map<String, Stated<Absence>> next) {
        return new Rep(id, profile, next, open, ledger, load);
    }

    Rep withOpen(Map<String, Integer> next) {
        return new Rep(id, profile, absences, next, ledger, load);
    }

    Rep withLedger(Ledger next) {
        return new Rep(id, profile, absences, open, next, load);
    }
}
