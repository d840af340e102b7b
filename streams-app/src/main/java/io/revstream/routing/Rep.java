package io.revstream.routing;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.RoutingRules;
import io.revstream.sla.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rep of a team, as he is at the instant that the roster was brought to ({@link Roster#at}).
 *
 * @param profile details that hold
 * @param planned details that hold from a later instant on, in the order of those instants
 * @param absences times away by absence id
 * @param heldBy the other team that had him first and has him still; null when there is none
 * @param kept why he is given no turn whatever the lead: other-team, not-listed or off-hours; null when nothing keeps him
 * @param open passes of the leads that he holds, by lead id
 * @param ledger what the rotation gave him, and what was his by right
 * @param load how many leads he was given of late, in whatever way
 */
public record Rep(
        String id,
        RepProfile profile,
        List<Planned> planned,
        Map<String, Stated<Absence>> absences,
        String heldBy,
        String kept,
        Map<String, Integer> open,
        Ledger ledger,
        Load load) {

    static final String OTHER_TEAM = "other-team";
    static final String NOT_LISTED = "not-listed";
    static final String OFF_HOURS = "off-hours";

    static Rep unknown(String id) {
        return new Rep(id, RepProfile.EMPTY, List.of(), Map.of(), null, null, Map.of(), Ledger.EMPTY, Load.NONE);
    }

    /** Whether the same details and absences were stated of him as of another. */
    public boolean isStatedAs(Rep other) {
        return profile.equals(other.profile) && absences.equals(other.absences);
    }

    /** Full name, or his id when none was stated. */
    public String name() {
        return profile.get(Detail.NAME, id);
    }

    /** E-mail address; null when not stated. */
    public String email() {
        return profile.get(Detail.EMAIL);
    }

    /** His manager, or the team's; null when neither is known. */
    public String manager(RoutingRules.Team team) {
        return profile.get(Detail.MANAGER, team.manager());
    }

    /** His time zone; the team's when he states none that exists. */
    public ZoneId zone(RoutingRules.Team team) {
        return zone(team.zone());
    }

    /** His time zone, or another when he states none that exists. */
    ZoneId zone(ZoneId otherwise) {
        ZoneId own = WorkingTime.zone(profile.get(Detail.ZONE));
        return own == null ? otherwise : own;
    }

    /** Share of a full rotation; 1 when not stated. */
    public double weight() {
        return profile.get(Detail.WEIGHT, 1.0);
    }

    /** Skills in the words of the policy, in lower case. */
    public Set<String> skills() {
        return profile.get(Detail.SKILLS, Set.of());
    }

    /** Regions or countries that he knows best, in lower case. */
    public Set<String> territories() {
        return profile.get(Detail.TERRITORIES, Set.of());
    }

    /** Share of the quota reached, 1 for all of it; null when not stated. */
    public Double attainment() {
        return profile.get(Detail.ATTAINMENT);
    }

    /** Open deals that he works on; null when not stated. */
    public Integer openDeals() {
        return profile.get(Detail.OPEN_DEALS);
    }

    /** Day on which he began, in his zone; null when not stated. */
    public LocalDate startedOn() {
        return profile.get(Detail.STARTED_ON);
    }

    /** Who stands in for him as he or his manager states; null when nobody is stated. */
    public String statedBackup() {
        String stated = profile.get(Detail.BACKUP, "");
        return stated.isBlank() ? null : stated;
    }

    /** A rep of whom nothing but an absence is known has not joined yet. */
    public boolean active() {
        return profile.get(Detail.ACTIVE, !profile.isEmpty());
    }

    /** Whether the team may count on him, be he at work or not. */
    public boolean belongs() {
        return active() && (kept == null || kept.equals(OFF_HOURS));
    }

    /**
     * Whether it is his working time, absences aside.
     *
     * @param calendar counts where neither he nor the team says when; null for none
     */
    public boolean working(Instant at, RoutingRules.Team team, CalendarRules calendar) {
        BusinessCalendar working = WorkingTime.of(this, team, calendar);
        return working == null || working.isOpen(at);
    }

    public boolean absent(Instant at) {
        return away().stream().anyMatch(absence -> absence.covers(at));
    }

    boolean full(RoutingRules.Rotation rules) {
        return open.size() >= profile.get(Detail.CAPACITY, rules.capacity());
    }

    Collection<Absence> away() {
        return absences.values().stream().map(Stated::value).toList();
    }

    /** The first instant at or after another at which no known absence covers him; absences may follow on one another or overlap. */
    Instant backAt(Instant after) {
        Instant back = after;
        for (Instant end = after; end != null; end = endOfAbsence(back)) {
            back = end;
        }
        return back;
    }

    private Instant endOfAbsence(Instant at) {
        return away().stream()
                .filter(absence -> absence.covers(at))
                .map(Absence::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    Rep withProfile(RepProfile next, List<Planned> later) {
        return new Rep(id, next, later, absences, heldBy, kept, open, ledger, load);
    }

    Rep withAbsences(Map<String, Stated<Absence>> next) {
        return new Rep(id, profile, planned, next, heldBy, kept, open, ledger, load);
    }

    Rep heldBy(String team) {
        return new Rep(id, profile, planned, absences, team, kept, open, ledger, load);
    }

    Rep kept(String because) {
        if (Objects.equals(kept, because)) {
            return this;
        }
        return new Rep(id, profile, planned, absences, heldBy, because, open, ledger, load);
    }

    Rep withOpen(Map<String, Integer> next) {
        return new Rep(id, profile, planned, absences, heldBy, kept, next, ledger, load);
    }

    Rep withLedger(Ledger next) {
        return new Rep(id, profile, planned, absences, heldBy, kept, open, next, load);
    }

    /**
     * With a lead on his desk.
     *
     * @param teamZone his zone when he states none
     */
    Rep holding(Ask ask, Instant at, ZoneId teamZone) {
        SortedMap<String, Integer> next = new TreeMap<>(open);
        next.put(ask.leadId(), ask.pass());
        return new Rep(
                id,
                profile,
                planned,
                absences,
                heldBy,
                kept,
                Collections.unmodifiableSortedMap(next),
                ledger,
                load.with(at, zone(teamZone)));
    }
}
