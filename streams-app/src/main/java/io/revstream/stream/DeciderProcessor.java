package io.revstream.stream;

import io.revstream.events.DataIssueFound;
import io.revstream.events.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosts a decider in a Kafka Streams task: hands it each record, writes ticks, and journals with each commit. */
final class DeciderProcessor<S> implements Processor<byte[], byte[], byte[], byte[]>, RecordSink {

    private static final Logger LOG = LoggerFactory.getLogger(DeciderProcessor.class);

    /** How soon, by the machine's clock, wake-ups that did not fit into a batch go on. */
    private static final Duration GO_ON = Duration.ofMillis(20);

    private final Shell shell;
    private final Hosted<S> hosted;
    private final ShellMetrics metrics;
    private final Map<String, Topic> inputs;
    private final Journal journal;

    private ProcessorContext<byte[], byte[]> context;
    private EventWriter writer;
    private DeciderTask<S> task;
    private StoredClock clock;
    private Cancellable ticking;
    private boolean moreIsDue;

    DeciderProcessor(Shell shell, Hosted<S> hosted, ShellMetrics metrics, Map<String, Topic> inputs) {
        this.shell = shell;
        this.hosted = hosted;
        this.metrics = metrics;
        this.inputs = inputs;
        this.journal = new Journal(Catalogue.clock(hosted.topology()).name());
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        writer = new EventWriter(shell.registry(), shell.names());
        KeyValueStore<String, byte[]> aggregates = context.getStateStore(hosted.aggregateStore());
        KeyValueStore<Bytes, byte[]> wakeUps = context.getStateStore(hosted.wakeUpStore());
        KeyValueStore<String, byte[]> taskStore = context.getStateStore(hosted.taskStore());
        CommitHook hook = context.getStateStore(hosted.commitHook());
        DeadLetters deadLetters = new DeadLetters(hosted.topology(), writer, this, metrics);
        DeciderEngine<S> engine = new DeciderEngine<>(
                hosted.topology(),
                hosted.decider(),
                new StoredAggregates<>(aggregates, new AggregateCodec<>(hosted.codec())),
                new StoredDueIndex(wakeUps),
                SweepMark.over(taskStore),
                new EncodingOutlet(writer, this, deadLetters));
        task = new DeciderTask<>(
                engine,
                new EventReader(shell.registry()),
                PolicyShelf.over(taskStore, shell.policies()),
                new KeyCheck(shell.partitions()),
                shell.futureTolerance(),
                deadLetters,
                metrics);
        clock = new StoredClock(taskStore);
        Instant kept = clock.read();
        if (kept != null) {
            journal.ticked(kept);
            task.resume(kept);
            // A burst may have been cut off; nothing can be written before all nodes are ready.
            moreIsDue = true;
        }
        hook.onCommit(context, this::beforeCommit);
        tickEvery(shell.tickInterval().get());
        context.schedule(GO_ON, PunctuationType.WALL_CLOCK_TIME, machineTime -> goOn());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        boolean future = timestamp.isAfter(shell.wallClock().instant().plus(shell.futureTolerance()));
        Topic topic = inputs.get(origin.topic());
        if (topic.value() == null) {
            if (future) {
                LOG.warn("Passed over tick {} of {}: the wall clock was set back", timestamp, topic.name());
            } else {
                advance(timestamp);
            }
            return;
        }
        InputRecord input = new InputRecord(
                topic,
                origin.partition(),
                origin.offset(),
                timestamp,
                record.key(),
                record.value(),
                Arrays.asList(record.headers().toArray()),
                future);
        journal.read(input);
        task.handle(input);
    }

    @Override
    public void write(OutputRecord output) {
        metrics.written(output.topic());
        if (output.event() instanceof DataIssueFound issue) {
            metrics.dataIssue(issue);
        }
        context.forward(
                new Record<>(output.key(), output.value(), output.timestamp().toEpochMilli(), output.headers()),
                Hosted.sink(output.topic()));
    }

    private void tickEvery(Duration interval) {
        ticking = context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, machineTime -> {
            writeTick();
            Duration next = shell.tickInterval().get();
            if (!next.equals(interval)) {
                ticking.cancel();
                tickEvery(next);
            }
        });
    }

    private void writeTick() {
        context.forward(
                new Record<>(partition(), new byte[0], shell.wallClock().millis()),
                Hosted.sink(Catalogue.clock(hosted.topology())));
    }

    private void advance(Instant instant) {
        journal.ticked(instant);
        long before = task.woken();
        moreIsDue = task.tick(instant);
        journal.woke(task.woken() - before);
        if (!moreIsDue) {
            sweep();
        }
    }

    /** Some aggregates a tick; wake-ups come first. */
    private void sweep() {
        String last = task.sweep(shell.rescoredATick());
        if (last != null) {
            journal.rescored(last);
        }
        metrics.sweeping(context.taskId().partition(), task.isSweeping());
    }

    private void goOn() {
        if (moreIsDue) {
            long before = task.woken();
            moreIsDue = task.wakeDue();
            if (task.woken() > before) {
                journal.ticked(task.clock());
                journal.woke(task.woken() - before);
            }
        }
    }

    private void beforeCommit() {
        if (!task.clock().equals(Instant.MIN)) {
            clock.keep(task.clock());
        }
        JournalEntry entry = journal.take();
        if (entry != null) {
            Topic topic = Catalogue.journal(hosted.topology());
            write(new OutputRecord(
                    topic,
                    partition(),
                    writer.write(topic, entry),
                    new RecordHeaders(),
                    shell.wallClock().instant(),
                    entry));
        }
    }

    @Override
    public void close() {
        metrics.sweeping(context.taskId().partition(), false);
    }

    private byte[] partition() {
        return OwnPartition.key(context.taskId().partition());
    }
}
