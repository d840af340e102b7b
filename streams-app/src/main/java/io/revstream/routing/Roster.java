package io.revstream.routing;

import io.revstream.events.RepAbsence;
import io.revstream.events.RepEvent;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    /** The roster after an event that was not refused. */
    public Roster with(RepEvent event) {
        Rep rep = reps.getOrDefault(event.getRepId(), Rep.unknown(event.getRepId()));
        Occurrence by = new Occurrence(event.getOccurredAt(), event.getEventId());
        if (event.getDetails() != null) {
            return with(rep.withProfile(rep.profile().with(event.getDetails(), by)));
        }
        RepAbsence stated = event.getAbsence();
        Absence absence = new Absence(stated.getFrom(), stated.getUntil(), stated.getReason(), stated.getWithdrawn());
        SortedMap<String, Stated<Absence>> absences = new TreeMap<>(rep.absences());
        Stated<Absence> known = absences.getOrDefault(stated.getAbsenceId(), Stated.nothing());
        absences.put(stated.getAbsenceId(), known.or(absence, by));
        Instant oldest = event.getOccurredAt().minus(ABSENCES_KEPT);
        absences.values().removeIf(past -> past.value().until().isBefore(oldest));
        return with(rep.withAbsences(Collections.unmodifiableSortedMap(absences)));
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
     * The next instant at which an absence ends and its rep is back, or null when nobody is away. Capacity that is freed and reps who
     * join come as events.
     *
     * @param after the instant from which it is asked
     */
    public Instant nextAvailability(Instant after) {
        return reps.values().stream()
                .filter(rep -> rep.active() && rep.absent(after))
                .map(rep -> backAt(rep, after))
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

    /** The rotation gives a rep a lead, for a price in {@link Parts}. */
    Roster given(Rep rep, long price, Ask ask, Instant at, ZoneId teamZone) {
        Rep next = rep.withLedger(rep.ledger().given(price, turns + 1, at)).holding(ask, at, teamZone);
        return new Roster(with(next).reps(), countedSince, turns + 1, counter);
    }

    /** The counts begin again; the counter goes on. */
    Roster reset(Instant since) {
        List<Rep> anew = reps.values().stream()
                .map(rep -> rep.withLedger(rep.ledger().reset()))
                .toList();
        return new Roster(with(anew).reps(), since, turns, counter);
    }

    Roster counting(int next) {
        return new Roster(reps, countedSince, turns, next);
    }

    /** Absences may follow on one another or overlap. */
    private static Instant backAt(Rep rep, Instant after) {
        Instant back = after;
        for (Instant end = after; end != null; end = endOfAbsence(rep, back)) {
            back = end;
        }
        return back;
    }

    private static Instant endOfAbsence(Rep rep, Instant at) {
        return rep.away().stream()
                .filter(absence -> absence.covers(at))
                .map(Absence::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
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
        String zone = event.getDetails().getZone();
        if (capacity != null && capacity < 0) {
            return "Expected a capacity of zero or more, but it is " + capacity;
        }
        if (weight != null && !(weight > 0)) {
            return "Expected a weight above zero, but it is " + weight;
        }
        return Objects.requireNonNullElse(zone, "UTC").equals("UTC") || known(zone)
                ? null
                : "Expected an IANA time zone, but it is " + zone;
    }

    private static boolean known(String zone) {
        try {
            return ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
