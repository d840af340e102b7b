package io.revstream.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.events.JournalEntry;
import io.revstream.events.JournalRun;
import java.nio.charset.StandardCharsets;
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
        EventWriter writer = new EventWriter(shell.registry(), shell.names());
        ShellMetrics metrics = new ShellMetrics(hosted.topology(), new SimpleMeterRegistry());
        RecordSink sink = output -> outputs.put(key(reader, output), Bytes.wrap(output.value()));
        DeadLetters deadLetters = new DeadLetters(hosted.topology(), writer, sink, metrics);
        MapAggregates<S> aggregates = new MapAggregates<>();
        DeciderEngine<S> engine = new DeciderEngine<>(
                hosted.topology(),
                hosted.decider(),
                aggregates,
                new MapDueIndex(),
                SweepMark.inMemory(),
                new EncodingOutlet(writer, sink, deadLetters));
        DeciderTask<S> task = new DeciderTask<>(
                engine,
                reader,
                PolicyShelf.inMemory(shell.policies()),
                new KeyCheck(shell.partitions()),
                shell.futureTolerance(),
                deadLetters,
                metrics);
        long records = 0;
        Topic journal = Catalogue.journal(hosted.topology());
        Map<String, Topic> topics = new LinkedHashMap<>();
        Catalogue.of(hosted.topology()).forEach(topic -> topics.put(topic.name(), topic));
        for (InputRecord line = log.next(journal, partition, false);
                line != null;
                line = log.next(journal, partition, false)) {
            for (JournalRun run : entry(reader, line).getRuns()) {
                if (run.getTick() != null) {
                    // A replay has no transaction to keep short: all that is due fires at once.
                    boolean more = task.tick(run.getTick());
                    while (more) {
                        more = task.wakeDue();
                    }
                    if (run.getRescoredTo() != null) {
                        task.sweepTo(run.getRescoredTo());
                    }
                }
                for (int i = 0; i < run.getCount(); i++) {
                    InputRecord input = log.next(topics.get(run.getTopic()), partition, run.getFuture());
                    if (input == null || (i == 0 && input.offset() != run.getOffset())) {
                        throw new IllegalStateException("Expected " + run.getTopic() + "/" + partition + "/"
                                + run.getOffset()
                                + " next in the log, as the journal of " + hosted.topology() + " says, but found "
                                + (input == null ? "the end" : "offset " + input.offset()));
                    }
                    task.handle(input);
                    records++;
                }
            }
        }
        AggregateCodec<S> codec = new AggregateCodec<>(hosted.codec());
        Map<String, Bytes> encoded = new LinkedHashMap<>();
        aggregates.all().forEach((key, aggregate) -> encoded.put(key, Bytes.wrap(codec.encode(aggregate))));
        return new Outcome(records, outputs, encoded);
    }

    private static JournalEntry entry(EventReader reader, InputRecord line) {
        try {
            return (JournalEntry) reader.read(line.topic(), line.value());
        } catch (Refused e) {
            throw new IllegalStateException(
                    "Expected a journal entry at " + line.origin() + ", but " + e.getMessage(), e);
        }
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
