package io.revstream.app.publish.mapping;

import java.time.Duration;

/**
 * How often a row gives an event.
 *
 * @param times number of events; null for one. A blank or negative number gives none
 * @param most most events that a row may give
 * @param every time from each event to the next
 */
record Repeat(ValueRule times, int most, Duration every) {

    static final Repeat ONCE = new Repeat(null, 1, Duration.ZERO);

    int count(RowReading row) {
        if (times == null) {
            return 1;
        }
        // How many events there are is no part of what each of them says.
        Long count = (Long) times.read(row, new Content());
        return count == null ? 0 : (int) Math.max(0, Math.min(most, count));
    }

    /** Time from the first event to the last that there may be. */
    Duration length() {
        return every.multipliedBy(most - 1L);
    }
}
