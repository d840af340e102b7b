package io.revstream.stream;

import java.time.Instant;
import java.util.List;

/** The wake-ups of a task in the order in which they are due; at most one for each aggregate. */
interface DueIndex {

    /** A wake-up. */
    record Entry(Instant due, String key) {}

    void add(Instant due, String key);

    void remove(Instant due, String key);

    /** The earliest wake-ups that are due strictly before the clock. */
    List<Entry> before(Instant clock, int most);
}
