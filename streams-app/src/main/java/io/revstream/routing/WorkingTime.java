package io.revstream.routing;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.HolidayCalendars;
import io.revstream.policy.RoutingRules;
import io.revstream.sla.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * When a rep works: days, hours and holidays as he states them, or else as his team has them, or else as the calendar of the policy has; in his
 * zone. Counted by the calendar that SLA clocks count by. What is stated and makes no sense is as if it had not been stated; {@link
 * ProfileIssues} complains of it.
 */
final class WorkingTime {

    private WorkingTime() {}

    /**
     * The working time of a rep; null when neither he nor the team nor a calendar says what it is, so that it is always.
     *
     * @param calendar the calendar of the policy; null for none
     */
    static BusinessCalendar of(Rep rep, RoutingRules.Team team, CalendarRules calendar) {
        Set<DayOfWeek> days = first(ownDays(rep), team.days(), calendar == null ? null : calendar.days());
        CalendarRules.Hours hours = first(ownHours(rep), team.hours(), calendar == null ? null : calendar.hours());
        if (days == null || hours == null) {
            return null;
        }
        String holidays = first(ownHolidays(rep), team.holidays(), calendar == null ? null : calendar.holidays());
        Set<LocalDate> closed = calendar == null ? Set.of() : calendar.alsoClosed();
        String observed = holidays == null || holidays.isEmpty() ? null : holidays;
        return BusinessCalendar.of(
                new CalendarRules(days, hours, rep.zone(team), false, false, observed, closed), null);
    }

    /** Days as stated; null when there are none or one is no day. */
    static Set<DayOfWeek> days(Set<String> stated) {
        if (stated == null || stated.isEmpty()) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : stated) {
            try {
                days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException noDay) {
                return null;
            }
        }
        return days;
    }

    /** Hours as stated, such as {@code 09:00-17:00}; null when there are none or they do not end after they begin. */
    static CalendarRules.Hours hours(String stated) {
        return stated == null ? null : CalendarRules.Hours.parse(stated.strip());
    }

    /** A calendar of holidays as stated, empty for none; null when there is no such calendar. */
    static String holidays(String stated) {
        return stated == null || !(stated.isBlank() || HolidayCalendars.isKnown(stated.strip()))
                ? null
                : stated.strip().toLowerCase(Locale.ROOT);
    }

    /** A zone as stated; null when there is none of that name. */
    static ZoneId zone(String stated) {
        return stated != null && Zones.KNOWN.contains(stated) ? ZoneId.of(stated) : null;
    }

    static Set<DayOfWeek> ownDays(Rep rep) {
        return days(rep.profile().get(Detail.DAYS));
    }

    static CalendarRules.Hours ownHours(Rep rep) {
        return hours(rep.profile().get(Detail.HOURS));
    }

    static String ownHolidays(Rep rep) {
        return holidays(rep.profile().get(Detail.HOLIDAYS));
    }

    private static <T> T first(T own, T teams, T policys) {
        if (own != null) {
            return own;
        }
        return teams == null ? policys : teams;
    }

    /** Asked often: the set is made anew each time that it is asked for. */
    private static final class Zones {

        private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

        private Zones() {}
    }
}
