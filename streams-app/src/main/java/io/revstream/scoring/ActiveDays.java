package io.revstream.scoring;

import java.time.Instant;

/**
 * On which UTC days something occurred, as a mask: bit {@code i} stands for the day {@code i} days before the latest. What lies {@value
 * #MOST} days or longer before the latest is forgotten.
 */
final class ActiveDays {

    static final int MOST = 64;

    static final long DAY = 86_400_000;

    private ActiveDays() {}

    /** Number of the UTC day of an instant. */
    static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), DAY);
    }

    static Instant startOf(long day) {
        return Instant.ofEpochMilli(day * DAY);
    }

    /** The days of a mask as seen from a later day. */
    static long seenFrom(long laterDay, long latestDay, long mask) {
        long days = laterDay - latestDay;
        return days >= MOST ? 0 : mask << days;
    }

    /** The days of a mask as seen from an earlier day: later ones are left out. */
    static long seenFromEarlier(long earlierDay, long latestDay, long mask) {
        long days = latestDay - earlierDay;
        return days >= MOST ? 0 : mask >>> days;
    }

    /** The bit of a day as seen from a later one; none when it is forgotten. */
    static long bit(long laterDay, long day) {
        return seenFrom(laterDay, day, 1);
    }

    /** The bits of a day and of those after it, as seen from the latest. */
    static long since(long latestDay, long day) {
        long days = latestDay - day;
        return days < 0 ? 0 : first(days + 1);
    }

    /** The lowest bits, as many. */
    static long first(long bits) {
        return bits >= MOST ? -1L : (1L << bits) - 1;
    }
}
