package io.revstream.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;

/** The instant that a task's time has come to, kept over restarts: time that started anew would fire wake-ups in another order. */
record StoredClock(KeyValueStore<String, byte[]> store) {

    private static final String KEY = "clock";

    /** The instant kept, or null before the first. */
    Instant read() {
        byte[] bytes = store.get(KEY);
        return bytes == null
                ? null
                : Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
    }

    void keep(Instant instant) {
        store.put(
                KEY,
                ByteBuffer.allocate(Long.BYTES).putLong(instant.toEpochMilli()).array());
    }
}
