package io.revstream.policy;

import de.focus_shift.jollyday.core.HolidayManager;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which calendars of holidays there are. */
public final class HolidayCalendars {

    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private HolidayCalendars() {}

    /** Whether the Jollyday library has a calendar of that id, such as {@code us}. */
    public static boolean isKnown(String id) {
        return KNOWN.contains(id.toLowerCase(Locale.ROOT));
    }
}
