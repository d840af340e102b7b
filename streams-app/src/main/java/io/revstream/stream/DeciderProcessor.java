package io.revstream.stream;

import io.revstream.events.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/** Hosts a decider in a Kafka Streams task: hands it each record, writes ticks, and journals with each commit. */
final class DeciderProcessor<S> implements Processor<byte[], byte[], byte[], byte[]>, RecordSink {

    /** How soon, by the machine's clock, wake-ups that did not fit into a batch go on. */
    private static final Duration GO_ON = Duration.ofMillis(20);

    private final Shell shell;
    private final Hosted<S> hosted;
    private final ShellMetrics metrics;
    private final Map<String, Topic> inputs;
    private final Journal journal = new Journal();

    private ProcessorContext<byte[], byte[]> context;
    private EventWriter writer;
    private DeciderTask<S> task;
    private boolean moreIsDue;

    DeciderProcessor(Shell shell, Hosted<S> hosted, ShellMetrics metrics, Map<String, Topic> inputs) {
        this.shell = shell;
        this.hosted = hosted;
        this.metrics = metrics;
        this.inputs = inputs;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        writer = new EventWriter(shell.registry(), shell.names());
        KeyValueStore<String, byte[]> aggregates = context.getStateStore(hosted.aggregateStore());
        KeyValueStore<Bytes, byte[]> wakeUps = context.getStateStore(hosted.wakeUpStore());
        KeyValueStore<String, byte[]> policies = context.getStateStore(hosted.policyStore());
        CommitHook hook = context.getStateStore(hosted.commitHook());
        DeadLetters deadLetters = new DeadLetters(hosted.topology(), writer, this, metrics);
        DeciderEngine<S> engine = new DeciderEngine<>(
                hosted.topology(),
                hosted.decider(),
                new StoredAggregates<>(aggregates, new AggregateCodec<>(hosted.codec())),
                new StoredDueIndex(wakeUps),
                new EncodingOutlet(writer, this, deadLetters));
        task = new DeciderTask<>(
                engine,
                new EventReader(shell.registry()),
                PolicyShelf.over(policies, shell.policies()),
                new KeyCheck(shell.partitions()),
                shell.futureTolerance(),
                deadLetters,
                metrics);
        hook.onCommit(context, this::writeJournal);
        context.schedule(shell.tickInterval(), PunctuationType.WALL_CLOCK_TIME, machineTime -> writeTick());
        context.schedule(GO_ON, PunctuationType.WALL_CLOCK_TIME, machineTime -> goOn());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        InputRecord input = new InputRecord(
                inputs.get(origin.topic()),
                origin.partition(),
                origin.offset(),
                timestamp,
                record.key(),
                record.value(),
                Arrays.asList(record.headers().toArray()),
                timestamp.isAfter(shell.wallClock().instant().plus(shell.futureTolerance())));
        journal.read(input);
        task.handle(input);
        moreIsDue = moreIsDue || input.topic().value() == null;
    }

    @Override
    public void write(OutputRecord output) {
        metrics.written(output.topic());
        context.forward(
                new Record<>(output.key(), output.value(), output.timestamp().toEpochMilli(), output.headers()),
                Hosted.sink(output.topic()));
    }

    private void writeTick() {
        context.forward(
                new Record<>(partition(), new byte[0], shell.wallClock().millis()),
                Hosted.sink(Catalogue.clock(hosted.topology())));
    }

    private void goOn() {
        if (moreIsDue) {
            moreIsDue = task.wakeDue();
        }
    }

    private void writeJournal() {
        JournalEntry entry = journal.take();
        if (entry != null) {
            Topic topic = Catalogue.journal(hosted.topology());
            write(new OutputRecord(
                    topic,
                    partition(),
                    writer.write(topic, entry),
                    new RecordHeaders(),
                    shell.wallClock().instant()));
        }
    }

    private byte[] partition() {
        return OwnPartition.key(context.taskId().partition());
    }
}
