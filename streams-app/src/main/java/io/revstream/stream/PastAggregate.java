package io.revstream.stream;

import java.time.Instant;
import java.util.List;

/** The one aggregate of a replay of its past, and what it was at an instant. */
final class PastAggregate<S> implements Aggregates<S> {

    private final MapAggregates<S> replayed = new MapAggregates<>();
    private final Instant instant;
    private Aggregate<S> found;
    private boolean over;

    PastAggregate(Instant instant) {
        this.instant = instant;
    }

    /** As the latest decision left it that was not later than the instant; null when there was none. */
    Aggregate<S> found() {
        return found;
    }

    /** Whether a later decision was met: instants of an aggregate never run backward. */
    boolean isOver() {
        return over;
    }

    @Override
    public Aggregate<S> get(String key) {
        return replayed.get(key);
    }

    @Override
    public void put(String key, Aggregate<S> aggregate) {
        replayed.put(key, aggregate);
        if (aggregate.latest().isAfter(instant)) {
            over = true;
        } else {
            found = aggregate;
        }
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return replayed.keysAfter(key, most);
    }
}
