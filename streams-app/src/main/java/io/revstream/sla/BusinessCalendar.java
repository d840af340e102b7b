package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working time in one time zone (SLA-25). A working day is open from the first instant of its opening time to the last instant before
 * its closing time: a gap of daylight saving within the hours shortens the day, an overlap lengthens it.
 */
public final class BusinessCalendar {

    /** A pure memo: the same rules always give the same calendar. */
    private static final ConcurrentHashMap<CalendarRules, BusinessCalendar> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 4096;
    private static final int DAYS_SEARCHED = 3660;

    private final CalendarRules rules;
    private final ZoneId zone;
    private final Holidays holidays;

    private record Hours(Instant from, Instant until) {}

    private BusinessCalendar(CalendarRules rules) {
        this.rules = rules;
        zone = rules.zone();
        holidays = rules.holidays() == null ? null : Holidays.of(rules.holidays());
    }

    /**
     * The calendar of these rules.
     *
     * @param ownersZone time zone of the owner; null when there is none or his is not known
     */
    public static BusinessCalendar of(CalendarRules rules, ZoneId ownersZone) {
        return with(rules, WorkingTime.in(ownersZone));
    }

    /** The calendar of these rules for somebody, with his own time zone, days, hours and holidays where they count. */
    public static BusinessCalendar with(CalendarRules rules, WorkingTime owner) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(owner.over(rules), BusinessCalendar::new);
    }

    /** The time zone in which it counts. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The instant that lies a span after another. Business hours count working time. Business days lead to the same local time as many
     * working days later, kept within the hours of that day; a business week is as many of them as the calendar's week has. Business
     * months lead to the same day so many months later, or the next working day. No business day at all lasts until closing time. All of
     * them count from the next opening when they start outside the hours; a deadline that falls on closing time stays there.
     */
    public Instant plus(Instant start, Span span) {
        return switch (span.unit()) {
            case S, MIN, H, D, W, MO -> start.plus(span.elapsed());
            case BH -> plusWorking(start, Duration.ofHours(span.amount()));
            case BD -> span.amount() == 0 ? closing(start) : plusDays(nextOpening(start), span.amount());
            case BW -> plusDays(nextOpening(start), span.amount() * rules.days().size());
            case BMO -> plusMonths(nextOpening(start), span.amount());
        };
    }

    /** Working time from one instant to another; zero when the second is not later. */
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(until);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                Hours hours = hours(day);
                Instant begin = later(hours.from(), from);
                Instant end = hours.until().isBefore(until) ? hours.until() : until;
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /** Whether it is working time; opening time is, closing time is not. */
    public boolean isOpen(Instant instant) {
        return nextOpening(instant).equals(instant);
    }

    /** The instant itself when it is working time, or else the next at which working time begins. */
    public Instant nextOpening(Instant instant) {
        return plusWorking(instant, Duration.ZERO);
    }

    /** The instant at which so much working time has passed, from the next opening when it starts outside the hours. */
    public Instant plusWorking(Instant start, Duration working) {
        Duration left = working;
        for (LocalDate day = nextWorkingDay(dayOf(start)); true; day = nextWorkingDay(day.plusDays(1))) {
            Hours hours = hours(day);
            Instant begin = later(hours.from(), start);
            if (begin.isBefore(hours.until())) {
                Duration available = Duration.between(begin, hours.until());
                if (left.compareTo(available) <= 0) {
                    return begin.plus(left);
                }
                left = left.minus(available);
            }
        }
    }

    private Instant closing(Instant start) {
        return hours(dayOf(nextOpening(start))).until();
    }

    private Instant plusDays(Instant open, long days) {
        LocalDate day = dayOf(open);
        for (long i = 0; i < days; i++) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return sameTime(open, day);
    }

    private Instant plusMonths(Instant open, long months) {
        return sameTime(open, nextWorkingDay(dayOf(open).plusMonths(months)));
    }

    /** The local time of an instant on another day, kept within the hours of that day. */
    private Instant sameTime(Instant open, LocalDate day) {
        LocalTime time = open.atZone(zone).toLocalTime();
        Hours hours = hours(day);
        Instant same = firstInstant(day.atTime(time));
        return later(hours.from(), same.isAfter(hours.until()) ? hours.until() : same);
    }

    private LocalDate nextWorkingDay(LocalDate from) {
        for (int i = 0; i < DAYS_SEARCHED; i++) {
            if (isWorkingDay(from.plusDays(i))) {
                return from.plusDays(i);
            }
        }
        throw new IllegalStateException(
                "Expected a working day within ten years of " + from + ", but found none in " + rules);
    }

    private boolean isWorkingDay(LocalDate day) {
        return rules.days().contains(day.getDayOfWeek())
                && !rules.alsoClosed().contains(day)
                && (holidays == null || !holidays.contains(day));
    }

    private Hours hours(LocalDate day) {
        return new Hours(
                firstInstant(day.atTime(rules.hours().from())),
                lastInstant(day.atTime(rules.hours().until())));
    }

    private Instant firstInstant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private Instant lastInstant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() ? local.toInstant(change.getOffsetAfter()) : firstInstant(local);
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
