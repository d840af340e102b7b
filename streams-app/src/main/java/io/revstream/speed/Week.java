package io.revstream.speed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Seven local days; when they begin and end depends on the time zone. */
public record Week(LocalDate begin) {

    /** The week that holds an instant. */
    public static Week of(Instant at, ZoneId zone, DayOfWeek first) {
        return of(at.atZone(zone).toLocalDate(), first);
    }

    /** The week that holds a day. */
    public static Week of(LocalDate day, DayOfWeek first) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(first)));
    }

    public boolean holds(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return !day.isBefore(begin) && day.isBefore(begin.plusWeeks(1));
    }

    public Instant from(ZoneId zone) {
        return begin.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is not in it. */
    public Instant until(ZoneId zone) {
        return begin.plusWeeks(1).atStartOfDay(zone).toInstant();
    }
}
