package io.revstream.calibration;

import java.time.Duration;
import java.util.List;

/**
 * How long it took: quartiles by nearest rank.
 *
 * @param of how many cases
 */
public record LeadTime(int of, Duration quarter, Duration median, Duration threeQuarters) {

    /** Null without cases. */
    static LeadTime of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return null;
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return new LeadTime(sorted.size(), rank(sorted, 1), rank(sorted, 2), rank(sorted, 3));
    }

    private static Duration rank(List<Duration> sorted, int quarters) {
        return sorted.get((sorted.size() * quarters + 3) / 4 - 1);
    }
}
