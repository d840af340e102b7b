package io.revstream.stream;

import io.revstream.events.JournalEntry;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A task over its stores, and the journal of what it does: between two commits it takes records and advances of time, and before a commit
 * it writes what has to be committed with them. It knows neither consumers nor transactions, so that whatever runs it can be simulated.
 *
 * @param <S> state of one aggregate
 */
final class JournalledTask<S> {

    private final Shell shell;
    private final String topology;
    private final int partition;
    private final DeciderTask<S> task;
    private final Journal journal;
    private final StoredClock clock;
    private final EventWriter writer;
    private final RecordSink sink;
    private boolean moreIsDue;

    /** The stores of a task, as they were left by its latest commit. */
    record Stores(
            KeyValueStore<String, byte[]> aggregates,
            KeyValueStore<Bytes, byte[]> wakeUps,
            KeyValueStore<String, byte[]> task) {}

    /** Begins, or goes on where the stores were left. Nothing is written yet. */
    JournalledTask(Shell shell, Hosted<S> hosted, int partition, Stores stores, ShellMetrics metrics, RecordSink sink) {
        this.shell = shell;
        this.topology = hosted.topology();
        this.partition = partition;
        this.sink = sink;
        writer = new EventWriter(shell.registry(), shell.names());
        DeadLetters deadLetters = new DeadLetters(topology, writer, sink, metrics);
        DeciderEngine<S> engine = new DeciderEngine<>(
                topology,
                hosted.decider(),
                new StoredAggregates<>(stores.aggregates(), new AggregateCodec<>(hosted.codec())),
                new StoredDueIndex(stores.wakeUps()),
                SweepMark.over(stores.task()),
                new EncodingOutlet(writer, sink, deadLetters));
        task = new DeciderTask<>(
                engine,
                new EventReader(shell.registry()),
                PolicyShelf.over(stores.task(), shell.policies()),
                new KeyCheck(shell.partitions()),
                shell.futureTolerance(),
                deadLetters,
                metrics);
        journal = new Journal(Catalogue.clock(topology).name());
        clock = new StoredClock(stores.task());
        Instant kept = clock.read();
        if (kept != null) {
            journal.ticked(kept);
            task.resume(kept);
            // A burst may have been cut off; nothing can be written before all is ready.
            moreIsDue = true;
        }
    }

    /** A record was read. */
    void read(InputRecord input) {
        journal.read(input);
        task.handle(input);
    }

    /** A tick was read: who is due is woken, and if nobody is left, some are rescored. */
    void advance(Instant instant) {
        journal.ticked(instant);
        long before = task.woken();
        moreIsDue = task.tick(instant);
        journal.woke(task.woken() - before);
        if (!moreIsDue) {
            sweep();
        }
    }

    /** Wakes some of those who did not fit into the last batch. */
    void goOn() {
        if (moreIsDue) {
            long before = task.woken();
            moreIsDue = task.wakeDue();
            if (task.woken() > before) {
                journal.ticked(task.clock());
                journal.woke(task.woken() - before);
            }
        }
    }

    /** What was done since the last commit is about to be committed. */
    void beforeCommit() {
        if (!task.clock().equals(Instant.MIN)) {
            clock.keep(task.clock());
        }
        JournalEntry entry = journal.take();
        if (entry != null) {
            Topic topic = Catalogue.journal(topology);
            sink.write(new OutputRecord(
                    topic,
                    OwnPartition.key(partition),
                    writer.write(topic, entry),
                    new RecordHeaders(),
                    shell.wallClock().instant(),
                    entry));
        }
    }

    /** Whether aggregates are still to be rescored. */
    boolean isSweeping() {
        return task.isSweeping();
    }

    /** Some aggregates a tick; wake-ups come first. */
    private void sweep() {
        String last = task.sweep(shell.rescoredATick());
        if (last != null) {
            journal.rescored(last);
        }
    }
}
