package io.revstream.speed;

import io.revstream.events.FirstResponse;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a team was told of first responses in its present week: each counts in the week in which it is told, so that none is lost between
 * two. A correction of a week that is over changes nothing here; {@code revstream sla} reckons weeks anew.
 *
 * @param week null when nothing was told yet
 * @param until end of the week, at which it is reported; null with the week
 * @param entries by lead, pass and rep; what is told again takes the place of what was told before
 * @param before keys of the week before; true for those who had been contacted by its end
 * @param untold how many responses came after there was no more room
 */
public record WeekBook(
        LocalDate week,
        Instant until,
        SortedMap<String, Entry> entries,
        SortedMap<String, Boolean> before,
        int untold) {

    /** Nothing was told. */
    public static final WeekBook EMPTY =
            new WeekBook(null, null, Collections.emptySortedMap(), Collections.emptySortedMap(), 0);

    /** Most responses of a week: some 50 bytes each. */
    public static final int MOST = 10_000;

    private static final int VERSION = 1;

    /**
     * A response.
     *
     * @param counted true when its verdict was reported in an earlier week
     */
    public record Entry(Response response, boolean counted) {}

    /** Whether the week is over, and is to be reported. */
    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** The week is over: its keys are kept for one more. */
    public WeekBook closed() {
        SortedMap<String, Boolean> keys = new TreeMap<>();
        entries.forEach((key, entry) -> keys.put(key, entry.response().isContacted()));
        return new WeekBook(null, null, Collections.emptySortedMap(), Collections.unmodifiableSortedMap(keys), 0);
    }

    /**
     * With a response that was told.
     *
     * @param present the week that holds the instant of the decision
     * @param zone time zone of the team
     */
    public WeekBook told(String teamId, String leadId, int pass, FirstResponse told, Week present, ZoneId zone) {
        Response response = response(teamId, leadId, pass, told);
        Boolean contacted = before.get(key(response));
        if (Boolean.TRUE.equals(contacted)) {
            return this;
        }
        WeekBook begun =
                week == null ? new WeekBook(present.begin(), present.until(zone), entries, before, untold) : this;
        Instant longAgo = begun.week.minusWeeks(1).atStartOfDay(zone).toInstant();
        boolean counted = contacted != null
                || (response.late()
                        && response.dueAt() != null
                        && response.dueAt().isBefore(longAgo));
        return begun.with(response, counted, told.getWithdrawn());
    }

    private WeekBook with(Response response, boolean counted, boolean withdrawn) {
        String key = key(response);
        SortedMap<String, Entry> next = new TreeMap<>(entries);
        if (withdrawn) {
            next.remove(key);
        } else if (next.size() >= MOST && !next.containsKey(key)) {
            return new WeekBook(week, until, entries, before, untold + 1);
        } else {
            next.put(key, new Entry(response, counted));
        }
        return new WeekBook(week, until, Collections.unmodifiableSortedMap(next), before, untold);
    }

    private static String key(Response response) {
        return response.leadId() + '/' + response.pass() + '/' + response.repId();
    }

    private static Response response(String teamId, String leadId, int pass, FirstResponse told) {
        return new Response(
                leadId,
                pass,
                told.getRepId(),
                teamId,
                told.getLeadStartedAt() == null ? told.getStartedAt() : told.getLeadStartedAt(),
                told.getStartedAt(),
                told.getDueAt(),
                told.getContactedAt(),
                told.getWorkingMillis(),
                0,
                told.getLate());
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optional(week, (to, day) -> to.signed(day.toEpochDay()));
        out.optionalInstant(until);
        out.list(entries.values(), WeekBook::writeEntry);
        out.map(before, StateWriter::flag);
        out.unsigned(untold);
    }

    /** Reads the book of that team. */
    public static WeekBook read(StateReader in, String teamId) {
        in.version("a week of responses", VERSION);
        LocalDate week = in.optional(from -> LocalDate.ofEpochDay(from.signed()));
        Instant until = in.optionalInstant();
        SortedMap<String, Entry> entries = new TreeMap<>();
        in.list(from -> readEntry(from, teamId)).forEach(entry -> entries.put(key(entry.response()), entry));
        return new WeekBook(
                week,
                until,
                Collections.unmodifiableSortedMap(entries),
                Collections.unmodifiableSortedMap(new TreeMap<>(in.map(StateReader::flag))),
                (int) in.unsigned());
    }

    private static void writeEntry(StateWriter out, Entry entry) {
        Response response = entry.response();
        Instant started = response.startedAt();
        out.text(response.leadId());
        out.unsigned(response.pass());
        out.text(response.repId());
        out.instant(started);
        since(out, started, response.waitsSince());
        since(out, started, response.dueAt());
        since(out, started, response.contactedAt());
        out.optional(response.workingMillis(), StateWriter::signed);
        out.flag(response.late());
        out.flag(entry.counted());
    }

    private static Entry readEntry(StateReader in, String teamId) {
        String lead = in.text();
        int pass = (int) in.unsigned();
        String rep = in.text();
        Instant started = in.instant();
        Response response = new Response(
                lead,
                pass,
                rep,
                teamId,
                since(in, started),
                started,
                since(in, started),
                since(in, started),
                in.optional(StateReader::signed),
                0,
                in.flag());
        return new Entry(response, in.flag());
    }

    /** An instant, or null, as the milliseconds from another: they are fewer. */
    private static void since(StateWriter out, Instant from, Instant value) {
        out.optional(value, (to, at) -> to.signed(at.toEpochMilli() - from.toEpochMilli()));
    }

    private static Instant since(StateReader in, Instant from) {
        return in.optional(reader -> from.plusMillis(reader.signed()));
    }
}
