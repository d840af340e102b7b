package io.revstream.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Business hours (GEN-06).
 *
 * @param days working days of a week
 * @param hours opening hours of a working day
 * @param zone time zone where there is no owner, or his is not known
 * @param useOwnersZone true when an owner's own time zone counts
 * @param holidays id of a Jollyday calendar, such as {@code us}; null for none
 * @param alsoClosed further days closed
 */
public record CalendarRules(
        Set<DayOfWeek> days,
        Hours hours,
        ZoneId zone,
        boolean useOwnersZone,
        String holidays,
        Set<LocalDate> alsoClosed) {

    /** Opening hours; {@code until} is after {@code from}. */
    public record Hours(LocalTime from, LocalTime until) {}
}
