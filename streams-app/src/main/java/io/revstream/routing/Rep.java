package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * A rep of a team.
 *
 * @param absences times away by absence id
 * @param open passes of the leads that he holds, by lead id
 * @param assigned leads that the rotation gave him since the count began
 * @param credit turns credited since the count began: what levels him with those who were there while he was not
 * @param lastAssignedAt when the rotation gave him the latest lead; null for never
 * @param eligible whether he could take leads when the rotation was last asked
 */
public record Rep(
        String id,
        RepProfile profile,
        Map<String, Stated<Absence>> absences,
        Map<String, Integer> open,
        int assigned,
        int credit,
        Instant lastAssignedAt,
        boolean eligible) {

    static Rep unknown(String id) {
        return new Rep(id, RepProfile.EMPTY, Map.of(), Map.of(), 0, 0, null, false);
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

    /** Turns that count when the next one is given. */
    int share() {
        return assigned + credit;
    }

    Collection<Absence> away() {
        return absences.values().stream().map(Stated::value).toList();
    }

    Rep withProfile(RepProfile next) {
        return new Rep(id, next, absences, open, assigned, credit, lastAssignedAt, eligible);
    }

    Rep withAbsences(Map<String, Stated<Absence>> next) {
        return new Rep(id, profile, next, open, assigned, credit, lastAssignedAt, eligible);
    }

    Rep withOpen(Map<String, Integer> next) {
        return new Rep(id, profile, absences, next, assigned, credit, lastAssignedAt, eligible);
    }

    Rep withTurns(int nextAssigned, int nextCredit, Instant last) {
        return new Rep(id, profile, absences, open, nextAssigned, nextCredit, last, eligible);
    }

    Rep withEligible(boolean next) {
        return new Rep(id, profile, absences, open, assigned, credit, lastAssignedAt, next);
    }
}
