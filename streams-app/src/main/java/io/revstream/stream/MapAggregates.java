package io.revstream.stream;

import java.util.SortedMap;
import java.util.TreeMap;

/** Aggregates in memory, by key. */
final class MapAggregates<S> implements Aggregates<S> {

    private final TreeMap<String, Aggregate<S>> byKey = new TreeMap<>();

    @Override
    public Aggregate<S> get(String key) {
        return byKey.get(key);
    }

    @Override
    public void put(String key, Aggregate<S> aggregate) {
        byKey.put(key, aggregate);
    }

    SortedMap<String, Aggregate<S>> all() {
        return byKey;
    }
}
