package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.CalendarRules.Hours;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * When somebody works, as far as it is stated; the policy's calendar says the rest.
 *
 * @param zone null when it is not known
 * @param days working days; null for those of the calendar
 * @param hours working hours; null for those of the calendar
 * @param holidays a calendar of holidays; null for that of the calendar, empty for none
 */
public record WorkingTime(ZoneId zone, Set<DayOfWeek> days, Hours hours, String holidays) {

    /** Nothing is stated. */
    public static final WorkingTime UNSTATED = new WorkingTime(null, null, null, null);

    public WorkingTime {
        days = days == null || days.isEmpty() ? null : Set.copyOf(EnumSet.copyOf(days));
    }

    /** Only the time zone is stated. */
    public static WorkingTime in(ZoneId zone) {
        return new WorkingTime(zone, null, null, null);
    }

    /**
     * As events state it. What cannot be understood counts as not stated: who took the event in has said so.
     *
     * @param zone an IANA time zone; null when it is not known
     * @param days such as {@code MONDAY}; null for those of the calendar
     * @param hours such as {@code 09:00-17:00}; null for those of the calendar
     * @param holidays such as {@code de}; null for that of the calendar, empty for none
     */
    public static WorkingTime of(String zone, Collection<String> days, String hours, String holidays) {
        return new WorkingTime(zone == null ? null : ZoneId.of(zone), days(days), Hours.parse(hours), known(holidays));
    }

    /** The calendar's rules with what is stated in their place, as far as they let an owner's own count. */
    CalendarRules over(CalendarRules rules) {
        boolean own = rules.useOwnersHours();
        return new CalendarRules(
                own && days != null ? days : rules.days(),
                own && hours != null ? hours : rules.hours(),
                rules.useOwnersZone() && zone != null ? zone : rules.zone(),
                rules.useOwnersZone(),
                own,
                own && holidays != null ? (holidays.isEmpty() ? null : holidays) : rules.holidays(),
                rules.alsoClosed());
    }

    private static Set<DayOfWeek> days(Collection<String> names) {
        if (names == null) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (names.contains(day.name())) {
                days.add(day);
            }
        }
        return days;
    }

    private static String known(String holidays) {
        String id = holidays == null ? null : holidays.toLowerCase(Locale.ROOT);
        return id == null || id.isEmpty() || Holidays.isKnown(id) ? id : null;
    }
}
