package io.revstream.routing;

import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reps of a team, and whose turn it is.
 *
 * @param reps reps by id
 * @param countedSince when the counts began; null before the first turn
 * @param turns turns that the rotation has given, ever
 * @param counter where a rotation by counter stands
 */
public record Roster(SortedMap<String, Rep> reps, Instant countedSince, long turns, int counter) {

    /** A team without reps. */
    public static final Roster EMPTY = new Roster(Collections.emptySortedMap(), null, 0, 0);

    /** How long an absence is kept after its end, for events that arrive late. */
    private static final Duration ABSENCES_KEPT = Duration.ofDays(30);

    private static final int MOST_WEIGHT = 100;

    /** Why an event cannot be taken, or null when it can. */
    public static String refusal(RepEvent event) {
        if (event.getRepId().isBlank()) {
            return "Expected a repId, but it is blank";
        }
        if ((event.getDetails() == null) == (event.getAbsence() == null)) {
            return "Expected either details or an absence of rep " + event.getRepId() + ", but got "
                    + (event.getDetails() == null ? "neither" : "both");
        }
        return event.getDetails() == null ? refusal(event.getAbsence()) : detailsRefusal(event);
    }

    /** The roster after an event that was not refused; {@link #at} brings it to an instant. */
    public Roster with(RepEvent event) {
        Rep rep = reps.getOrDefault(event.getRepId(), Rep.unknown(event.getRepId()));
        Occurrence said = new Occurrence(event.getOccurredAt(), event.getEventId());
        return with(
                event.getDetails() == null
                        ? absent(rep, event.getAbsence(), said)
                        : stated(rep, event.getDetails(), said));
    }

    private static Rep stated(Rep rep, RepDetails details, Occurrence said) {
        if (details.getEffectiveFrom() == null) {
            return rep.withProfile(rep.profile().with(RepProfile.of(details, Statement.atOnce(said))), rep.planned());
        }
        Statement statement = new Statement(details.getEffectiveFrom(), said);
        List<Planned> planned = new ArrayList<>(rep.planned());
        planned.add(new Planned(statement, RepProfile.of(details, statement)));
        planned.sort(Comparator.comparing(Planned::statement));
        return rep.withProfile(rep.profile(), List.copyOf(planned));
    }

    private static Rep absent(Rep rep, RepAbsence stated, Occurrence said) {
        Absence absence = new Absence(stated.getFrom(), stated.getUntil(), stated.getReason(), stated.getWithdrawn());
        SortedMap<String, Stated<Absence>> absences = new TreeMap<>(rep.absences());
        Stated<Absence> known = absences.getOrDefault(stated.getAbsenceId(), Stated.nothing());
        absences.put(stated.getAbsenceId(), known.or(absence, Statement.atOnce(said)));
        Instant oldest = said.at().minus(ABSENCES_KEPT);
        absences.values().removeIf(past -> past.value().until().isBefore(oldest));
        return rep.withAbsences(Collections.unmodifiableSortedMap(absences));
    }

    /** Another team has a rep, or does so no longer; nothing changes when he is not on the roster. */
    public Roster heldBy(String repId, String otherTeam) {
        Rep rep = reps.get(repId);
        return rep == null ? this : with(rep.heldBy(otherTeam));
    }

    /** The roster as it is at an instant: details that were planned hold from then on, and reps are at work or not. */
    public Roster at(Instant now, TeamTerms terms) {
        Roster next = this;
        for (Rep rep : reps.values()) {
            Rep brought = terms.brought(rep, now);
            next = brought.equals(rep) ? next : next.with(brought);
        }
        return next;
    }

    /** A rep no longer holds a lead; nothing changes when he did not, or holds it in a later pass. */
    public Roster released(String repId, String leadId, int pass) {
        Rep rep = reps.get(repId);
        if (rep == null || rep.open().getOrDefault(leadId, Integer.MAX_VALUE) > pass) {
            return this;
        }
        SortedMap<String, Integer> open = new TreeMap<>(rep.open());
        open.remove(leadId);
        return with(rep.withOpen(Collections.unmodifiableSortedMap(open)));
    }

    /**
     * The next instant at which a rep is back from an absence or starts work, or null when that would bring nobody. Capacity that is freed and
     * reps who join come as events.
     *
     * @param after the instant from which it is asked
     */
    public Instant nextAvailability(Instant after, TeamTerms terms) {
        return reps.values().stream()
                .filter(Rep::belongs)
                .map(rep -> terms.availableFrom(rep, after))
                .filter(from -> from.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The next instant from which something holds that was planned; null when nothing is. */
    public Instant nextPlanned() {
        return reps.values().stream()
                .flatMap(rep -> rep.planned().stream().limit(1))
                .map(Planned::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public void write(StateWriter out) {
        RosterCodec.write(out, this);
    }

    public static Roster read(StateReader in) {
        return RosterCodec.read(in);
    }

    Roster with(Rep rep) {
        return with(List.of(rep));
    }

    Roster with(List<Rep> changed) {
        SortedMap<String, Rep> next = new TreeMap<>(reps);
        changed.forEach(rep -> next.put(rep.id(), rep));
        return new Roster(Collections.unmodifiableSortedMap(next), countedSince, turns, counter);
    }

    /**
     * The rotation gives a rep a lead.
     *
     * @param price what it costs him, in {@link Parts}
     */
    Roster given(Rep rep, long price, Ask ask, Instant at, ZoneId teamZone) {
        Rep next = rep.withLedger(rep.ledger().given(price, turns + 1, at)).holding(ask, at, teamZone);
        return new Roster(with(next).reps(), countedSince, turns + 1, counter);
    }

    /** The counts begin again; the order of turns and the counter go on. */
    Roster reset(Instant since) {
        List<Rep> anew = reps.values().stream()
                .map(rep -> rep.withLedger(rep.ledger().reset()))
                .toList();
        return new Roster(with(anew).reps(), since, turns, counter);
    }

    Roster counting(int next) {
        return new Roster(reps, countedSince, turns, next);
    }

    private static String refusal(RepAbsence absence) {
        if (absence.getAbsenceId().isBlank()) {
            return "Expected an absenceId, but it is blank";
        }
        return absence.getUntil().isAfter(absence.getFrom())
                ? null
                : "Expected an absence that ends after it begins, but it lasts from " + absence.getFrom() + " until "
                        + absence.getUntil();
    }

    private static String detailsRefusal(RepEvent event) {
        Integer capacity = event.getDetails().getCapacity();
        Double weight = event.getDetails().getWeight();
        if (capacity != null && capacity < 0) {
            return "Expected a capacity of zero or more, but it is " + capacity;
        }
        return weight == null || (weight > 0 && weight <= MOST_WEIGHT)
                ? null
                : "Expected a weight above zero and at most " + MOST_WEIGHT + ", but it is " + weight;
    }
}
