package io.revstream.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The wake-up index in memory. */
final class MapDueIndex implements DueIndex {

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::due).thenComparing(Entry::key));

    @Override
    public void add(Instant due, String key) {
        entries.add(new Entry(due, key));
    }

    @Override
    public void remove(Instant due, String key) {
        entries.remove(new Entry(due, key));
    }

    @Override
    public List<Entry> before(Instant clock, int most) {
        return entries.stream()
                .takeWhile(e -> e.due().isBefore(clock))
                .limit(most)
                .toList();
    }

    void clear() {
        entries.clear();
    }

    /** The earliest due instant, or null. */
    Instant earliest() {
        return entries.isEmpty() ? null : entries.first().due();
    }
}
