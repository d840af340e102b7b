package io.revstream.sla;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Public and bank holidays of a Jollyday calendar, worked out once for each year. */
final class Holidays {

    private static final ConcurrentHashMap<String, Holidays> BY_ID = new ConcurrentHashMap<>();

    private final HolidayManager manager;
    private final ConcurrentHashMap<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private Holidays(String id) {
        manager = HolidayManager.getInstance(ManagerParameters.create(id));
    }

    /**
     * The holidays of a calendar.
     *
     * @param id a country, such as {@code us}, with or without a region, such as {@code us_ca}; or a market, such as {@code nyse}
     */
    static Holidays of(String id) {
        if (!isKnown(id)) {
            throw new IllegalArgumentException("Expected a holiday calendar of Jollyday, but it has none called " + id);
        }
        return BY_ID.computeIfAbsent(id, Holidays::new);
    }

    /** Whether there is a calendar of that id. */
    static boolean isKnown(String id) {
        String country = id.split("_", 2)[0].toUpperCase(Locale.ROOT);
        return HolidayManager.getSupportedCalendarCodes().stream()
                .anyMatch(code -> code.equalsIgnoreCase(id) || code.equalsIgnoreCase(country));
    }

    boolean contains(LocalDate day) {
        return byYear.computeIfAbsent(day.getYear(), this::ofYear).contains(day);
    }

    /** The next year is asked as well: a New Year's Day on a Saturday is observed in the old year. */
    private Set<LocalDate> ofYear(int year) {
        Set<LocalDate> days = new HashSet<>();
        Stream.of(year, year + 1)
                .flatMap(y -> manager.getHolidays(Year.of(y)).stream())
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .flatMap(Holidays::closed)
                .forEach(days::add);
        return Set.copyOf(days);
    }

    private static Stream<LocalDate> closed(Holiday holiday) {
        return Stream.of(holiday.getActualDate(), holiday.getDate());
    }
}
