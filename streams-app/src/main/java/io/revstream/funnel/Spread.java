package io.revstream.funnel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * How long something took.
 *
 * @param count how many times
 * @param median null when it never was
 * @param p90 what nine of ten did not exceed; null when it never was
 */
public record Spread(int count, Duration median, Duration p90) {

    /** Of milliseconds, by nearest rank: each figure is one that occurred. */
    static Spread of(Collection<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Spread(sorted.length, rank(sorted, 50), rank(sorted, 90));
    }

    private static Duration rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return null;
        }
        int place = (sorted.length * percent + 99) / 100;
        return Duration.ofMillis(sorted[place - 1]);
    }
}
