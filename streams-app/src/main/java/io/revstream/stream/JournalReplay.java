package io.revstream.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * Replays one task of a topology along its journal: the same records in the same order through the same code, with maps for stores.
 * Decisions of other topologies are recorded inputs. What comes out must agree with what was written live, byte for byte.
 */
final class JournalReplay {

    private final Shell shell;
    private final PartitionLog log;

    /**
     * A replay over a log.
     *
     * @param shell the live settings
     */
    JournalReplay(Shell shell, PartitionLog log) {
        this.shell = shell;
        this.log = log;
    }

    /**
     * What a replay came to.
     *
     * @param records how many records were replayed
     * @param outputs values written, by topic and event id
     * @param aggregates aggregates by key, as the live store has them
     */
    record Outcome(long records, Map<EventKey, Bytes> outputs, Map<String, Bytes> aggregates) {}

    /** An output event, wherever it lies. */
    record EventKey(String topic, String key, String eventId) {

        static EventKey of(Topic topic, byte[] key, String eventId) {
            return new EventKey(
                    topic.name(), key == null ? null : new String(key, StandardCharsets.ISO_8859_1), eventId);
        }
    }

    /** Replays one partition. */
    <S> Outcome replay(Hosted<S> hosted, int partition) {
        Map<EventKey, Bytes> outputs = new LinkedHashMap<>();
        EventReader reader = new EventReader(shell.registry());
        MapAggregates<S> aggregates = new MapAggregates<>();
        DeciderTask<S> task = task(
                hosted, aggregates, reader, output -> outputs.put(key(reader, output), Bytes.wrap(output.value())));
        long records =
                new JournalWalk(hosted.topology(), reader, log, true).along(partition, task, r -> true, () -> false);
        AggregateCodec<S> codec = new AggregateCodec<>(hosted.codec());
        Map<String, Bytes> encoded = new LinkedHashMap<>();
        aggregates.all().forEach((key, aggregate) -> encoded.put(key, Bytes.wrap(codec.encode(aggregate))));
        return new Outcome(records, outputs, encoded);
    }

    /**
     * An aggregate as it was left by the latest decision on it that was not later than an instant: only what concerns it is decided again.
     *
     * @return null when nothing was known of it then
     */
    <S> Aggregate<S> past(Hosted<S> hosted, int partition, String key, Instant instant) {
        PastAggregate<S> past = new PastAggregate<>(instant);
        EventReader reader = new EventReader(shell.registry());
        DeciderTask<S> task = task(hosted, past, reader, output -> {});
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        new JournalWalk(hosted.topology(), reader, log, false)
                .along(
                        partition,
                        task,
                        record -> record.topic().equals(Catalogue.POLICY) || Arrays.equals(record.key(), bytes),
                        past::isOver);
        return past.found();
    }

    private <S> DeciderTask<S> task(Hosted<S> hosted, Aggregates<S> aggregates, EventReader reader, RecordSink sink) {
        EventWriter writer = new EventWriter(shell.registry(), shell.names());
        ShellMetrics metrics = new ShellMetrics(hosted.topology(), new SimpleMeterRegistry());
        DeadLetters deadLetters = new DeadLetters(hosted.topology(), writer, sink, metrics);
        DeciderEngine<S> engine = new DeciderEngine<>(
                hosted.topology(),
                hosted.decider(),
                aggregates,
                new MapDueIndex(),
                SweepMark.inMemory(),
                new EncodingOutlet(writer, sink, deadLetters));
        return new DeciderTask<>(
                engine,
                reader,
                PolicyShelf.inMemory(shell.policies()),
                new KeyCheck(shell.partitions()),
                shell.futureTolerance(),
                deadLetters,
                metrics);
    }

    private static EventKey key(EventReader reader, OutputRecord output) {
        try {
            String eventId =
                    (String) reader.read(output.topic(), output.value()).get(0);
            return EventKey.of(output.topic(), output.key(), eventId);
        } catch (Refused e) {
            throw new IllegalStateException(
                    "Expected to read back what was written to "
                            + output.topic().name(),
                    e);
        }
    }
}
