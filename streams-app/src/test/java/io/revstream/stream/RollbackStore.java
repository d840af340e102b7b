package io.revstream.stream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store that goes back to its latest commit, as one does that is restored from its changelog after a crash. */
final class RollbackStore<K> implements KeyValueStore<K, byte[]> {

    private final NavigableMap<K, byte[]> values;

    /** What keys that were changed since had at the latest commit; null where they had nothing. */
    private final Map<K, byte[]> committed = new HashMap<>();

    RollbackStore(Comparator<K> order) {
        values = new TreeMap<>(order);
    }

    void commit() {
        committed.clear();
    }

    void rollback() {
        committed.forEach(this::set);
        committed.clear();
    }

    @Override
    public void put(K key, byte[] value) {
        byte[] before = values.get(key);
        if (!committed.containsKey(key)) {
            committed.put(key, before);
        }
        set(key, value);
    }

    private void set(K key, byte[] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public byte[] putIfAbsent(K key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<K, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(K key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public byte[] get(K key) {
        return values.get(key);
    }

    @Override
    public KeyValueIterator<K, byte[]> range(K from, K to) {
        NavigableMap<K, byte[]> head = to == null ? values : values.headMap(to, true);
        return iterator(from == null ? head : head.tailMap(from, true));
    }

    @Override
    public KeyValueIterator<K, byte[]> all() {
        return iterator(values);
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    private static <K> KeyValueIterator<K, byte[]> iterator(NavigableMap<K, byte[]> of) {
        Iterator<Map.Entry<K, byte[]>> entries = List.copyOf(of.entrySet()).iterator();
        return new KeyValueIterator<>() {
            @Override
            public void close() {
                // A copy: nothing is held.
            }

            @Override
            public K peekNextKey() {
                throw new UnsupportedOperationException("No store of ours is asked for it");
            }

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public KeyValue<K, byte[]> next() {
                Map.Entry<K, byte[]> next = entries.next();
                return KeyValue.pair(next.getKey(), next.getValue());
            }
        };
    }

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("Expected to be used without Kafka Streams");
    }

    @Override
    public void flush() {
        // All is in memory.
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
