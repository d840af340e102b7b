package io.revstream.sla;

import java.time.Instant;

/**
 * A time that a clock does not count.
 *
 * @param from its first instant
 * @param until the first instant after it
 * @param away true for an absence, in which only business time stands still
 */
public record Standstill(Instant from, Instant until, boolean away) {

    /** An absence. */
    public static Standstill absence(Instant from, Instant until) {
        return new Standstill(from, until, true);
    }

    /** An absence as an ISO interval {@code from/until}. */
    public static Standstill absence(String interval) {
        String[] parts = interval.split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "Expected an interval such as 2026-10-19T00:00:00Z/2026-10-26T00:00:00Z, but found " + interval);
        }
        return absence(Instant.parse(parts[0]), Instant.parse(parts[1]));
    }

    /** What lies from one instant on and before another; null for nothing. */
    Standstill within(Instant begin, Instant end) {
        Instant first = from.isBefore(begin) ? begin : from;
        Instant last = until.isAfter(end) ? end : until;
        return first.isBefore(last) ? new Standstill(first, last, away) : null;
    }
}
