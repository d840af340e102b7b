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

    /** Versions in force: prefix, instant, version; the value is the document. */
    String VERSIONS = "policy/";

    /** Beginnings and ends of challengers: prefix, number, instant, version; the value is the document, or nothing at an end. */
    String CHALLENGES = "challenger/";

    PolicyTimeline timeline();

    /**
     * Adds a version.
     *
     * @param from instant from which it is in force
     * @throws Refused when the document has errors or the version was used before for another; the former policy stays in force
     */
    void add(PolicyEvent policy, Instant from) throws Refused;

    /** Keeps versions in a Kafka Streams store. There are few, so all are read at the start. */
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
                    String key = "%019d/%s".formatted(from.toEpochMilli(), event.getVersion());
                    store.put(
                            event.getChallenger()
                                    ? CHALLENGES
                                            + "%06d/"
                                                    .formatted(timeline.challenges()
                                                            .size())
                                            + key
                                    : VERSIONS + key,
                            event.getDocument().getBytes(StandardCharsets.UTF_8));
                    timeline = next;
                }
            }
        };
    }

    /** The versions in a store. */
    static PolicyTimeline stored(ReadOnlyKeyValueStore<String, byte[]> store, PolicyLibrary library) {
        PolicyTimeline stored = PolicyTimeline.EMPTY;
        for (Stored one : all(store, VERSIONS)) {
            stored = stored.with(library.known(one.document()), one.from());
        }
        for (Stored one : all(store, CHALLENGES)) {
            stored = one.document().isBlank()
                    ? stored.withoutChallenger(one.version(), one.from())
                    : stored.beside(library.known(one.document()), one.from());
        }
        return stored;
    }

    /** The document of a version in a store, or null. */
    static String document(ReadOnlyKeyValueStore<String, byte[]> store, String version) {
        return all(store, VERSIONS).stream()
                .filter(one -> one.version().equals(version))
                .map(Stored::document)
                .findFirst()
                .orElse(null);
    }

    /** A version as it is stored. */
    record Stored(Instant from, String version, String document) {}

    private static List<Stored> all(ReadOnlyKeyValueStore<String, byte[]> store, String prefix) {
        List<Stored> stored = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(prefix, prefix + Character.MAX_VALUE)) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> one = all.next();
                String[] parts = one.key.substring(prefix.length()).split("/", prefix.equals(VERSIONS) ? 2 : 3);
                int instant = prefix.equals(VERSIONS) ? 0 : 1;
                stored.add(new Stored(
                        Instant.ofEpochMilli(Long.parseLong(parts[instant])),
                        parts[instant + 1],
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
