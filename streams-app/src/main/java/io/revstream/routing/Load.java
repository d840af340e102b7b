package io.revstream.routing;

import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How many leads a rep was given within the hour, the day and the week of the latest one, whoever's turn it was: a cap is to spare him.
 *
 * @param last when he was given the latest lead; null for never
 */
record Load(Instant last, int hour, int day, int week) {

    static final Load NONE = new Load(null, 0, 0, 0);

    /** With one more lead. */
    Load with(Instant at, ZoneId zone) {
        return new Load(
                at,
                1 + since(hour, hourOf(at, zone)),
                1 + since(day, dayOf(at, zone)),
                1 + since(week, weekOf(at, zone)));
    }

    /** The cap that keeps a rep from another lead, in the word of the policy; null when none does. */
    String capped(Caps caps, Instant at, ZoneId zone) {
        if (caps.perHour() != null && since(hour, hourOf(at, zone)) >= caps.perHour()) {
            return "per-hour";
        }
        if (caps.perDay() != null && since(day, dayOf(at, zone)) >= caps.perDay()) {
            return "per-day";
        }
        return caps.perWeek() != null && since(week, weekOf(at, zone)) >= caps.perWeek() ? "per-week" : null;
    }

    /** The first instant at or after another at which no cap keeps him from a lead, if he is given none until then. */
    Instant freeFrom(Caps caps, Instant after, ZoneId zone) {
        String cap = capped(caps, after, zone);
        if (cap == null) {
            return after;
        }
        ZonedDateTime next = switch (cap) {
            case "per-hour" -> after.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case "per-day" -> LocalDate.ofInstant(after, zone).plusDays(1).atStartOfDay(zone);
            default ->
                LocalDate.ofInstant(after, zone)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(zone);
        };
        return freeFrom(caps, next.toInstant(), zone);
    }

    private int since(int count, Instant from) {
        return last == null || last.isBefore(from) ? 0 : count;
    }

    private static Instant hourOf(Instant at, ZoneId zone) {
        return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private static Instant dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).atStartOfDay(zone).toInstant();
    }

    private static Instant weekOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
    }

    void write(StateWriter out) {
        out.optionalInstant(last);
        out.unsigned(hour);
        out.unsigned(day);
        out.unsigned(week);
    }

    static Load read(StateReader in) {
        return new Load(in.optionalInstant(), (int) in.unsigned(), (int) in.unsigned(), (int) in.unsigned());
    }
}
