package io.revstream.stream;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.PolicyTimeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The policy versions that a task has read, kept in its store so that they are there again after a restart. */
interface PolicyShelf {

    String PREFIX = "policy/";

    PolicyTimeline timeline();

    /**
     * Adds a version.
     *
     * @param from instant from which it is in force
     * @throws Refused when the document has errors or the version was used before for another; the former policy stays in force
     */
    void add(PolicyEvent policy, Instant from) throws Refused;

    /** Keeps versions in a Kafka Streams store: key = instant and version, value = document. There are few, so all are read at the start. */
    static PolicyShelf over(KeyValueStore<String, byte[]> store, PolicyLibrary library) {
        PolicyTimeline stored = PolicyTimeline.EMPTY;
        try (KeyValueIterator<String, byte[]> all = store.range(PREFIX, PREFIX + Character.MAX_VALUE)) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> one = all.next();
                String instant = one.key.substring(PREFIX.length(), one.key.indexOf('/', PREFIX.length()));
                stored = stored.with(
                        library.known(new String(one.value, StandardCharsets.UTF_8)),
                        Instant.ofEpochMilli(Long.parseLong(instant)));
            }
        }
        PolicyTimeline start = stored;
        return new PolicyShelf() {
            private PolicyTimeline timeline = start;

            @Override
            public PolicyTimeline timeline() {
                return timeline;
            }

            @Override
            public void add(PolicyEvent event, Instant from) throws Refused {
                PolicyTimeline next = library.adopt(timeline, event, from);
                if (next != timeline) {
                    store.put(
                            PREFIX + "%019d/%s".formatted(from.toEpochMilli(), event.getVersion()),
                            event.getDocument().getBytes(StandardCharsets.UTF_8));
                    timeline = next;
                }
            }
        };
    }

    /** Keeps versions in memory: for a replay. */
    static PolicyShelf inMemory(PolicyLibrary library) {
        return new PolicyShelf() {
            private PolicyTimeline timeline = PolicyTimeline.EMPTY;

            @Override
            public PolicyTimeline timeline() {
                return timeline;
            }

            @Override
            public void add(PolicyEvent event, Instant from) throws Refused {
                timeline = library.adopt(timeline, event, from);
            }
        };
    }
}
