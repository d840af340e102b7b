package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/**
 * Holds what a topology wrote live against a replay along its journal: every decision there once and byte for byte the same, and the
 * state of every aggregate the same. To be run when the topology stands still.
 */
public final class ReplayCheck {

    private static final int MOST_DIFFERENCES = 20;

    private final Properties client;
    private final Shell shell;

    /** Checks against the broker that these client settings lead to. */
    public ReplayCheck(Properties client, Shell shell) {
        this.client = client;
        this.shell = shell;
    }

    /**
     * What a check came to.
     *
     * @param records records replayed
     * @param decisions events that the topology had written
     * @param aggregates aggregates in its store
     * @param differences the first differences in words; none when all agrees
     */
    public record Report(String topology, long records, long decisions, long aggregates, List<String> differences) {}

    /** Replays a topology. */
    public Report check(Hosted<?> hosted) {
        Map<JournalReplay.EventKey, Bytes> replayed = new LinkedHashMap<>();
        Map<String, Bytes> aggregates = new HashMap<>();
        List<String> differences = new ArrayList<>();
        long records = 0;
        try (KafkaPartitionLog log = new KafkaPartitionLog(client, shell.names())) {
            for (int partition = 0; partition < shell.partitions(); partition++) {
                JournalReplay.Outcome outcome = new JournalReplay(shell, log).replay(hosted, partition);
                records += outcome.records();
                replayed.putAll(outcome.outputs());
                aggregates.putAll(outcome.aggregates());
            }
        }
        long decisions = compareDecisions(hosted, replayed, differences);
        long stored = compareAggregates(hosted, aggregates, differences);
        return new Report(
                hosted.topology(),
                records,
                decisions,
                stored,
                differences.stream().limit(MOST_DIFFERENCES).toList());
    }

    private long compareDecisions(
            Hosted<?> hosted, Map<JournalReplay.EventKey, Bytes> replayed, List<String> differences) {
        Set<JournalReplay.EventKey> seen = new HashSet<>();
        EventReader reader = new EventReader(shell.registry());
        String source = "revstream/" + hosted.topology();
        try (KafkaPartitionLog log = new KafkaPartitionLog(client, shell.names())) {
            for (Topic topic : Catalogue.of()) {
                for (int partition = 0;
                        topic.role() != Topic.Role.INPUT && partition < shell.partitions();
                        partition++) {
                    for (InputRecord live = log.next(topic, partition, false);
                            live != null;
                            live = log.next(topic, partition, false)) {
                        JournalReplay.EventKey key = keyIfFrom(source, reader, live);
                        if (key == null) {
                            continue;
                        }
                        if (!seen.add(key)) {
                            differences.add(
                                    "Expected one " + key + ", but it was written twice: again at " + live.origin());
                        } else if (!Bytes.wrap(live.value()).equals(replayed.get(key))) {
                            differences.add("Expected " + key + " at " + live.origin() + " from the replay, but "
                                    + (replayed.containsKey(key) ? "its bytes differ" : "it was not decided"));
                        }
                    }
                }
            }
        }
        for (JournalReplay.EventKey key : expectedInLog(replayed.keySet())) {
            if (!seen.contains(key)) {
                differences.add("Expected " + key + " in the log, as the replay decided it, but it is not there");
            }
        }
        return seen.size();
    }

    /** All that was decided; of a compacted topic only what was decided last for each key, the rest may be gone. */
    private static Collection<JournalReplay.EventKey> expectedInLog(Collection<JournalReplay.EventKey> replayed) {
        Set<String> compacted = Catalogue.of().stream()
                .filter(Topic::compacted)
                .map(Topic::name)
                .collect(Collectors.toSet());
        Map<String, JournalReplay.EventKey> expected = new LinkedHashMap<>();
        for (JournalReplay.EventKey key : replayed) {
            expected.put(key.topic() + "/" + (compacted.contains(key.topic()) ? key.key() : key.eventId()), key);
        }
        return expected.values();
    }

    private static JournalReplay.EventKey keyIfFrom(String source, EventReader reader, InputRecord live) {
        try {
            var event = reader.read(live.topic(), live.value());
            return source.equals(event.get(2))
                    ? JournalReplay.EventKey.of(live.topic(), live.key(), (String) event.get(0))
                    : null;
        } catch (Refused e) {
            throw new IllegalStateException(
                    "Expected a readable decision at " + live.origin() + ", but " + e.getMessage(), e);
        }
    }

    private long compareAggregates(Hosted<?> hosted, Map<String, Bytes> replayed, List<String> differences) {
        Map<String, Bytes> live = new HashMap<>();
        String changelog = shell.names().application(hosted.topology()) + "-" + hosted.aggregateStore() + "-changelog";
        try (KafkaPartitionLog log = new KafkaPartitionLog(client, shell.names())) {
            for (int partition = 0; partition < shell.partitions(); partition++) {
                for (ConsumerRecord<byte[], byte[]> change = log.nextRaw(changelog, partition);
                        change != null;
                        change = log.nextRaw(changelog, partition)) {
                    live.put(new String(change.key(), StandardCharsets.UTF_8), Bytes.wrap(change.value()));
                }
            }
        }
        Set<String> keys = new HashSet<>(live.keySet());
        keys.addAll(replayed.keySet());
        for (String key : keys) {
            if (!Objects.equals(live.get(key), replayed.get(key))) {
                differences.add("Expected the state of " + hosted.topology() + "/" + key + " from the replay, but "
                        + (live.containsKey(key)
                                ? replayed.containsKey(key) ? "its bytes differ" : "the replay has none"
                                : "it is not stored"));
            }
        }
        return live.size();
    }
}
