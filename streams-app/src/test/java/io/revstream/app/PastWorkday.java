package io.revstream.app;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Presets;
import io.revstream.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** A day that lies behind, on which the office of the mid-market policy is open, as it is on the next day, whenever a test runs. */
final class PastWorkday {

    static final BusinessCalendar OFFICE = BusinessCalendar.of(rules(), null);

    private PastWorkday() {}

    /** Ten o'clock in the office. */
    static Instant tenOClock() {
        ZonedDateTime day = ZonedDateTime.now(rules().zone())
                .minusWeeks(1)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(10);
        while (!OFFICE.isOpen(day.toInstant())
                || !OFFICE.isOpen(day.plusDays(1).toInstant())
                || Duration.between(day, day.plusDays(1)).toHours() != 24) {
            day = day.minusDays(1);
        }
        return day.toInstant();
    }

    private static CalendarRules rules() {
        return Presets.policy("mid-market").calendars().get("office");
    }
}
