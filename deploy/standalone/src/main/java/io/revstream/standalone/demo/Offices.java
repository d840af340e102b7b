package io.revstream.standalone.demo;

import io.revstream.policy.CalendarRules;
import io.revstream.sla.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The working hours of the company's reps, each in his own time zone. */
final class Offices {

    private final CalendarRules rules;
    private final List<BusinessCalendar> calendars;

    Offices(CalendarRules rules, List<ZoneId> zones) {
        this.rules = rules;
        this.calendars =
                zones.stream().map(zone -> BusinessCalendar.of(rules, zone)).toList();
    }

    /** Whether somebody works at some time between two instants. */
    boolean anybodyWorks(Instant from, Instant until) {
        return calendars.stream()
                .anyMatch(calendar -> !calendar.between(from, until).isZero());
    }

    /** Working hours in a rep's time zone. */
    BusinessCalendar of(ZoneId zone) {
        return BusinessCalendar.of(rules, zone);
    }

    /** Working hours of the head office. */
    BusinessCalendar head() {
        return of(null);
    }
}
