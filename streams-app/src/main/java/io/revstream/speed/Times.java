package io.revstream.speed;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How long something took.
 *
 * @param count how many times
 * @param average null when it never was
 * @param median the middle one, or the mean of the two in the middle; null when it never was
 */
public record Times(int count, Duration average, Duration median) {

    /** Of milliseconds; nulls are left out. */
    static Times of(List<Long> millis) {
        long[] sorted = millis.stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        if (sorted.length == 0) {
            return new Times(0, null, null);
        }
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        long median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Times(
                sorted.length,
                Duration.ofMillis(Arrays.stream(sorted).sum() / sorted.length),
                Duration.ofMillis(median));
    }
}
