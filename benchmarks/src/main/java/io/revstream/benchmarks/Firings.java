package io.revstream.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** When steps were due, when time had come to them, and when a subscriber had them in hand. */
final class Firings {

    private long[] decided = new long[1 << 16];
    private long[] visible = new long[1 << 16];
    private int count;
    private int early;

    void add(Instant due, Instant decidedAt, Instant seenAt) {
        if (count == decided.length) {
            decided = Arrays.copyOf(decided, 2 * count);
            visible = Arrays.copyOf(visible, 2 * count);
        }
        decided[count] = Duration.between(due, decidedAt).toMillis();
        visible[count] = Duration.between(due, seenAt).toMillis();
        if (decided[count] < 0 || visible[count] < 0) {
            early++;
        }
        count++;
    }

    int count() {
        return count;
    }

    int early() {
        return early;
    }

    /** Lateness in milliseconds when time had come to it: a percentile of all that were added. */
    long decided(double percent) {
        return percentile(decided, percent);
    }

    /** Lateness in milliseconds when a subscriber had it, commit included. */
    long visible(double percent) {
        return percentile(visible, percent);
    }

    private long percentile(long[] values, double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(percent / 100 * count))];
    }
}
