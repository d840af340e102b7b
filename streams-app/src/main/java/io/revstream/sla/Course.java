package io.revstream.sla;

import io.revstream.policy.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time as a clock counts it: the time of a calendar, without the times at which the clock stands still. */
final class Course {

    private final BusinessCalendar calendar;
    private final List<Standstill> ofElapsed;
    private final List<Standstill> ofWorking;

    Course(BusinessCalendar calendar, List<Standstill> stills) {
        this.calendar = calendar;
        ofElapsed = apart(stills.stream().filter(still -> !still.away()).toList());
        ofWorking = apart(stills);
    }

    /** The instant at which a span has passed; it is put off by each time at which the clock stands still that begins before it. */
    Instant plus(Instant from, Span span) {
        Instant due = calendar.plus(from, span);
        for (Standstill still : span.business() ? ofWorking : ofElapsed) {
            if (still.from().isBefore(due) && still.until().isAfter(from)) {
                Instant begin = later(still.from(), from);
                due = span.business()
                        ? putOff(due, begin, still.until())
                        : due.plus(Duration.between(begin, still.until()));
            }
        }
        return due;
    }

    /** Working time between two instants at which the clock stands still. */
    Duration standing(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Standstill still : ofWorking) {
            Standstill part = still.within(from, until);
            sum = part == null ? sum : sum.plus(calendar.between(part.from(), part.until()));
        }
        return sum;
    }

    /** Working time between two instants that counts. */
    Duration between(Instant from, Instant until) {
        return calendar.between(from, until).minus(standing(from, until));
    }

    private Instant putOff(Instant due, Instant begin, Instant end) {
        Duration working = calendar.between(begin, end);
        return working.isZero() ? due : calendar.plusWorking(due, working);
    }

    /** In order, and none overlapping another. */
    private static List<Standstill> apart(List<Standstill> stills) {
        List<Standstill> apart = new ArrayList<>();
        for (Standstill still : stills.stream()
                .sorted(Comparator.comparing(Standstill::from).thenComparing(Standstill::until))
                .toList()) {
            Standstill last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || last.until().isBefore(still.from())) {
                apart.add(still);
            } else {
                apart.set(
                        apart.size() - 1,
                        new Standstill(last.from(), later(last.until(), still.until()), last.away() && still.away()));
            }
        }
        return apart;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
