package io.revstream.app.history;

import io.revstream.app.Connection;
import io.revstream.app.TopicFeed;
import io.revstream.app.TopicFeed.Item;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a history from the input topics of a cluster: all that was committed when it begins. Policies are left out. */
public final class HistoryTopics {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FIRST_PROBLEMS = 20;

    /** The topics that make a history. */
    public static final List<Topic> TOPICS = Catalogue.of().stream()
            .filter(topic -> topic.role() == Topic.Role.INPUT && !topic.equals(Catalogue.POLICY))
            .toList();

    /** A partition, in the order of the catalogue. */
    private record Source(int topic, int partition) {
        int number() {
            return topic * 100_000 + partition;
        }
    }

    private final Map<Source, Instant> times = new HashMap<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long left;

    private HistoryTopics() {}

    /** Reads everything. The topics must be there. */
    public static History read(Connection connection) {
        HistoryTopics reading = new HistoryTopics();
        try (TopicFeed feed = new TopicFeed(connection, TOPICS, true)) {
            do {
                feed.next(POLL).forEach(reading::add);
            } while (!feed.isAtEnd());
        }
        return History.ordered(reading.events, reading.left, reading.problems);
    }

    private void add(Item item) {
        if (item.event() == null || item.key() == null) {
            left++;
            if (problems.size() < FIRST_PROBLEMS) {
                String reason = item.event() == null ? item.problem() : "Expected a key, but the record has none";
                problems.add(item.topic().name() + "/" + item.partition() + "/" + item.offset() + ": " + reason);
            }
            return;
        }
        Source source = new Source(TOPICS.indexOf(item.topic()), item.partition());
        // A partition keeps its order, whatever its producers wrote as timestamps: as Kafka Streams reads it.
        Instant at = times.merge(source, item.timestamp(), (one, other) -> one.isAfter(other) ? one : other);
        events.add(new HistoryEvent(item.topic(), item.key(), item.event(), at, source.number(), item.offset()));
    }
}
