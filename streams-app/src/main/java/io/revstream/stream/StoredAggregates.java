package io.revstream.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Aggregates in a Kafka Streams store. */
final class StoredAggregates<S> implements Aggregates<S> {

    private final KeyValueStore<String, byte[]> store;
    private final AggregateCodec<S> codec;

    StoredAggregates(KeyValueStore<String, byte[]> store, AggregateCodec<S> codec) {
        this.store = store;
        this.codec = codec;
    }

    @Override
    public Aggregate<S> get(String key) {
        byte[] bytes = store.get(key);
        return bytes == null ? null : codec.decode(bytes);
    }

    @Override
    public void put(String key, Aggregate<S> aggregate) {
        store.put(key, codec.encode(aggregate));
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        List<String> keys = new ArrayList<>();
        // No key lies between a key and the same with a zero behind it.
        try (KeyValueIterator<String, byte[]> following = store.range(key == null ? null : key + '\0', null)) {
            while (keys.size() < most && following.hasNext()) {
                keys.add(following.next().key);
            }
        }
        return keys;
    }
}
