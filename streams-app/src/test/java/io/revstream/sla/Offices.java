package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.CalendarRules.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Calendars for tests. */
final class Offices {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Offices() {}

    /** Monday to Friday, 09:00 to 17:00, in the zone of the owner; US holidays. */
    static CalendarRules office() {
        return office("us");
    }

    static CalendarRules office(String holidays) {
        return rules(WORKDAYS, "09:00", "17:00", holidays);
    }

    static CalendarRules everyDay(String from, String until) {
        return rules(EnumSet.allOf(DayOfWeek.class), from, until, null);
    }

    private static CalendarRules rules(Set<DayOfWeek> days, String from, String until, String holidays) {
        Hours hours = new Hours(LocalTime.parse(from), LocalTime.parse(until));
        return new CalendarRules(days, hours, NEW_YORK, true, true, holidays, Set.of(LocalDate.of(2026, 8, 12)));
    }
}
