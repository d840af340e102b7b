package io.revstream.routing;

import io.revstream.policy.CalendarRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the clocks of a lead must know of the rep who has it, or of the team in whose queue it waits.
 *
 * @param active false when the rep left the team
 * @param managerId null when unknown
 * @param backupId who stands in by what the rep or the policy says, whether he can or not; null when nobody is named
 * @param days working days; null for those of the policy's calendar
 * @param hours working hours, such as {@code 09:00-17:00}; null for those of the policy's calendar
 * @param holidays calendar of holidays; null for that of the policy's calendar, empty for none
 * @param away known absences that end later than now as ISO intervals, in order; those that meet or overlap are one
 */
public record OwnerFacts(
        boolean active,
        ZoneId zone,
        String managerId,
        String backupId,
        List<String> days,
        String hours,
        String holidays,
        List<String> away) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private record Away(Instant from, Instant until) {}

    /** Of a rep. */
    public static OwnerFacts of(Rep rep, TeamTerms terms, Instant now) {
        Set<DayOfWeek> days = WorkingTime.ownDays(rep);
        CalendarRules.Hours hours = WorkingTime.ownHours(rep);
        String holidays = WorkingTime.ownHolidays(rep);
        String backup = rep.statedBackup();
        return new OwnerFacts(
                rep.active(),
                rep.zone(terms.team()),
                rep.manager(terms.team()),
                backup == null ? terms.team().backup() : backup,
                words(days == null ? terms.team().days() : days),
                words(hours == null ? terms.team().hours() : hours),
                holidays == null ? terms.team().holidays() : holidays,
                away(rep, now));
    }

    /** Of a team in whose queue a lead waits. */
    public static OwnerFacts ofQueue(TeamTerms terms) {
        return new OwnerFacts(
                true,
                terms.team().zone(),
                terms.team().manager(),
                null,
                words(terms.team().days()),
                words(terms.team().hours()),
                terms.team().holidays(),
                List.of());
    }

    private static List<String> words(Set<DayOfWeek> days) {
        return days == null ? null : days.stream().sorted().map(DayOfWeek::name).toList();
    }

    private static String words(CalendarRules.Hours hours) {
        return hours == null ? null : TIME.format(hours.from()) + "-" + TIME.format(hours.until());
    }

    private static List<String> away(Rep rep, Instant now) {
        List<Away> united = new ArrayList<>();
        rep.away().stream()
                .filter(absence -> !absence.withdrawn() && absence.until().isAfter(now))
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::until))
                .forEach(absence -> unite(united, absence));
        return united.stream().map(away -> away.from() + "/" + away.until()).toList();
    }

    private static void unite(List<Away> united, Absence absence) {
        Away last = united.isEmpty() ? null : united.get(united.size() - 1);
        if (last == null || absence.from().isAfter(last.until())) {
            united.add(new Away(absence.from(), absence.until()));
        } else if (absence.until().isAfter(last.until())) {
            united.set(united.size() - 1, new Away(last.from(), absence.until()));
        }
    }
}
