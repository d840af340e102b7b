package io.revstream.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The wake-up index in a Kafka Streams store: key = due instant in milliseconds, then the aggregate's key; so the order of the bytes is
 * the order in which they are due. A scan begins at the last fired key, since one from the start would walk the tombstones of all that
 * fired before.
 */
final class StoredDueIndex implements DueIndex {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private long scanFrom = Long.MIN_VALUE;

    StoredDueIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public void add(Instant due, String key) {
        long millis = due.toEpochMilli();
        scanFrom = Math.min(scanFrom, millis);
        store.put(key(millis, key), PRESENT);
    }

    @Override
    public void remove(Instant due, String key) {
        store.delete(key(due.toEpochMilli(), key));
    }

    @Override
    public List<Entry> before(Instant clock, int most) {
        if (clock.equals(Instant.MIN) || scanFrom >= clock.toEpochMilli()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> due =
                store.range(key(Math.max(scanFrom, 0), ""), key(clock.toEpochMilli(), ""))) {
            while (due.hasNext() && entries.size() < most) {
                Entry entry = entry(due.next().key.get());
                if (entry.due().isBefore(clock)) {
                    entries.add(entry);
                }
            }
        }
        scanFrom = entries.size() == most ? entries.get(most - 1).due().toEpochMilli() : clock.toEpochMilli();
        return entries;
    }

    private static Bytes key(long dueMillis, String key) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + utf8.length)
                .putLong(dueMillis)
                .put(utf8)
                .array());
    }

    private static Entry entry(byte[] bytes) {
        Instant due = Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
        return new Entry(due, new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8));
    }
}
