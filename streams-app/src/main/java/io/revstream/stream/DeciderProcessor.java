package io.revstream.stream;

import io.revstream.events.DataIssueFound;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
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

    private ProcessorContext<byte[], byte[]> context;
    private JournalledTask<S> task;
    private Cancellable ticking;

    DeciderProcessor(Shell shell, Hosted<S> hosted, ShellMetrics metrics, Map<String, Topic> inputs) {
        this.shell = shell;
        this.hosted = hosted;
        this.metrics = metrics;
        this.inputs = inputs;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        task = new JournalledTask<>(
                shell,
                hosted,
                context.taskId().partition(),
                new JournalledTask.Stores(
                        context.getStateStore(hosted.aggregateStore()),
                        context.getStateStore(hosted.wakeUpStore()),
                        context.getStateStore(hosted.taskStore())),
                metrics,
                this);
        CommitHook hook = context.getStateStore(hosted.commitHook());
        hook.onCommit(context, task::beforeCommit);
        tickEvery(shell.tickInterval().get());
        context.schedule(GO_ON, PunctuationType.WALL_CLOCK_TIME, machineTime -> task.goOn());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        boolean future = timestamp.isAfter(shell.wallClock().instant().plus(shell.futureTolerance()));
        Topic topic = inputs.get(origin.topic());
        if (topic.value() == null) {
            advance(topic, timestamp, future);
            return;
        }
        task.read(new InputRecord(
                topic,
                origin.partition(),
                origin.offset(),
                timestamp,
                record.key(),
                record.value(),
                Arrays.asList(record.headers().toArray()),
                future));
    }

    private void advance(Topic clock, Instant tick, boolean future) {
        if (future) {
            LOG.warn("Passed over tick {} of {}: the wall clock was set back", tick, clock.name());
            return;
        }
        task.advance(tick);
        metrics.sweeping(context.taskId().partition(), task.isSweeping());
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
                new Record<>(
                        OwnPartition.key(context.taskId().partition()),
                        new byte[0],
                        shell.wallClock().millis()),
                Hosted.sink(Catalogue.clock(hosted.topology())));
    }

    @Override
    public void close() {
        metrics.sweeping(context.taskId().partition(), false);
    }
}
