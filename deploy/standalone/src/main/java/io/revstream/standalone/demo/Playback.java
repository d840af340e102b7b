package io.revstream.standalone.demo;

import io.revstream.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the past is played: an hour in which somebody works takes about a second, nights and weekends pass quickly. A pace much faster
 * than that would outrun the pipeline: a decision that travels through four topologies takes a few commits, and each commit is minutes
 * of this time.
 */
final class Playback {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration WORKING_HOUR = Duration.ofSeconds(1);
    private static final Duration QUIET_HOUR = Duration.ofMillis(80);
    private static final int DAYS_PLAYED = 2;

    /** Where each stretch begins, by nanoseconds of machine time since the start. */
    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();

    private final Instant from;
    private final long takes;

    /** A stretch of the past that is played at one pace: nanoseconds of the demo for each of the machine. */
    private record Stretch(Instant from, double pace) {}

    private Playback(Instant from, Instant now, Offices offices, Duration atMost) {
        this.from = from;
        long wanted = wanted(from, now, offices);
        double squeeze = wanted == 0 ? 1 : Math.min(1, atMost.toNanos() / (double) wanted);
        // Real time goes on while the past is played.
        Instant until = now.plusNanos((long) (wanted * squeeze));
        double stretch = wanted(from, until, offices) == 0 ? 1 : wanted * squeeze / wanted(from, until, offices);
        double at = 0;
        for (Instant step = from; step.isBefore(until); step = next(step, until)) {
            double length = takes(step, next(step, until), offices) * stretch;
            stretches.put(
                    (long) at,
                    new Stretch(step, Duration.between(step, next(step, until)).toNanos() / length));
            at += length;
        }
        stretches.put((long) at, new Stretch(until, 1));
        takes = (long) at;
    }

    /**
     * Plays from an instant until the clock has caught up with real time.
     *
     * @param now real time at the start
     * @param atMost how long it may take
     */
    static Playback of(Instant from, Instant now, Offices offices, Duration atMost) {
        return new Playback(from, now.isBefore(from) ? from : now, offices, atMost);
    }

    /** The opening of the second-last business day that opened before an instant. */
    static Instant begin(Instant before, BusinessCalendar calendar) {
        LocalDate day = before.atZone(calendar.zone()).toLocalDate();
        for (int found = 0; true; day = day.minusDays(1)) {
            Instant opening =
                    calendar.nextOpening(day.atStartOfDay(calendar.zone()).toInstant());
            boolean opens = opening.atZone(calendar.zone()).toLocalDate().equals(day) && opening.isBefore(before);
            found += opens ? 1 : 0;
            if (found == DAYS_PLAYED) {
                return opening;
            }
        }
    }

    Instant from() {
        return from;
    }

    /** How long it takes by the machine's clock. */
    Duration takes() {
        return Duration.ofNanos(takes);
    }

    /** The instant that is reached after so many nanoseconds; beyond the past, time runs as usual. */
    Instant at(long nanos) {
        Map.Entry<Long, Stretch> stretch = stretches.floorEntry(Math.max(0, nanos));
        double played = (nanos - stretch.getKey()) * stretch.getValue().pace();
        Map.Entry<Long, Stretch> following = stretches.higherEntry(stretch.getKey());
        Instant instant = stretch.getValue().from().plusNanos((long) played);
        // Rounding must not carry it beyond where the next stretch begins.
        return following != null && instant.isAfter(following.getValue().from())
                ? following.getValue().from()
                : instant;
    }

    private static long wanted(Instant from, Instant until, Offices offices) {
        double sum = 0;
        for (Instant step = from; step.isBefore(until); step = next(step, until)) {
            sum += takes(step, next(step, until), offices);
        }
        return (long) sum;
    }

    private static double takes(Instant step, Instant end, Offices offices) {
        double share = Duration.between(step, end).toNanos() / (double) STEP.toNanos();
        return share * (offices.anybodyWorks(step, end) ? WORKING_HOUR : QUIET_HOUR).toNanos();
    }

    private static Instant next(Instant step, Instant until) {
        Instant end = step.plus(STEP);
        return end.isBefore(until) ? end : until;
    }
}
