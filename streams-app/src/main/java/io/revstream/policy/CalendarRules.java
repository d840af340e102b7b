package io.revstream.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Business hours (GEN-06).
 *
 * @param days working days of a week
 * @param hours opening hours of a working day
 * @param zone time zone where there is no owner, or his is not known
 * @param useOwnersZone true when an owner's own time zone counts
 * @param useOwnersHours true when an owner's own days, hours and holidays count, where they are stated
 * @param holidays id of a Jollyday calendar, such as {@code us}; null for none
 * @param alsoClosed further days closed
 */
public record CalendarRules(
        Set<DayOfWeek> days,
        Hours hours,
        ZoneId zone,
        boolean useOwnersZone,
        boolean useOwnersHours,
        String holidays,
        Set<LocalDate> alsoClosed) {

    /** Opening hours; {@code until} is after {@code from}. */
    public record Hours(LocalTime from, LocalTime until) {

        private static final Pattern TEXT =
                Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]");

        /** Reads hours such as {@code 09:00-17:00}, or gives null for a text that states none. */
        public static Hours parse(String text) {
            if (text == null || !TEXT.matcher(text).matches()) {
                return null;
            }
            String[] parts = text.split("-", 2);
            Hours hours = new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
            return hours.from().isBefore(hours.until()) ? hours : null;
        }
    }
}
