package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Aggregates in memory, by key, in the order in which a store on disk has them. */
final class MapAggregates<S> implements Aggregates<S> {

    /** By bytes: the order of {@link String} is another one for characters beyond the basic plane. */
    static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final TreeMap<String, Aggregate<S>> byKey = new TreeMap<>(BY_BYTES);

    @Override
    public Aggregate<S> get(String key) {
        return byKey.get(key);
    }

    @Override
    public void put(String key, Aggregate<S> aggregate) {
        byKey.put(key, aggregate);
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return (key == null ? byKey : byKey.tailMap(key, false))
                .keySet().stream().limit(most).toList();
    }

    SortedMap<String, Aggregate<S>> all() {
        return byKey;
    }
}
