package io.revstream.stream;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.PolicyTimeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

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
        PolicyTimeline start = stored(store, library);
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

    /** The versions in a store. */
    static PolicyTimeline stored(ReadOnlyKeyValueStore<String, byte[]> store, PolicyLibrary library) {
        PolicyTimeline stored = PolicyTimeline.EMPTY;
        for (Stored one : all(store)) {
            stored = stored.with(library.known(one.document()), one.from());
        }
        return stored;
    }

    /** The document of a version in a store, or null. */
    static String document(ReadOnlyKeyValueStore<String, byte[]> store, String version) {
        return all(store).stream()
                .filter(one -> one.version().equals(version))
                .map(Stored::document)
                .findFirst()
                .orElse(null);
    }

    /** A version as it is stored. */
    record Stored(Instant from, String version, String document) {}

    private static List<Stored> all(ReadOnlyKeyValueStore<String, byte[]> store) {
        List<Stored> stored = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(PREFIX, PREFIX + Character.MAX_VALUE)) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> one = all.next();
                int slash = one.key.indexOf('/', PREFIX.length());
                stored.add(new Stored(
                        Instant.ofEpochMilli(Long.parseLong(one.key.substring(PREFIX.length(), slash))),
                        one.key.substring(slash + 1),
                        new String(one.value, StandardCharsets.UTF_8)));
            }
        }
        return stored;
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
