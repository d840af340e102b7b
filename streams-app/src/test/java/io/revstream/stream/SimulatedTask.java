package io.revstream.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;

/**
 * One task of a topology, with the rules of Kafka Streams and exactly-once: of the records that it has fetched it takes the one with the
 * lowest timestamp; what it writes, how far it has read and what its stores hold become true with its commit, or were never.
 */
final class SimulatedTask<S> implements RecordSink {

    private final Hosted<S> hosted;
    private final int partition;
    private final SimulatedLog log;
    private final List<Topic> sources;
    private final RollbackStore<String> aggregates = new RollbackStore<>(MapAggregates.BY_BYTES);
    private final RollbackStore<Bytes> wakeUps = new RollbackStore<>(Bytes::compareTo);
    private final RollbackStore<String> taskStore = new RollbackStore<>(MapAggregates.BY_BYTES);
    private final Map<Topic, Integer> read = new HashMap<>();
    private final Map<Topic, Integer> committed = new HashMap<>();
    private final Map<Topic, Integer> fetched = new HashMap<>();
    private final List<OutputRecord> open = new ArrayList<>();
    private Shell shell;
    private JournalledTask<S> task;

    SimulatedTask(Hosted<S> hosted, int partition, SimulatedLog log, Shell shell) {
        this.hosted = hosted;
        this.partition = partition;
        this.log = log;
        sources = new ArrayList<>(hosted.reads());
        sources.add(Catalogue.POLICY);
        sources.add(Catalogue.clock(hosted.topology()));
        startOn(shell);
    }

    Hosted<S> hosted() {
        return hosted;
    }

    int partition() {
        return partition;
    }

    RollbackStore<String> aggregates() {
        return aggregates;
    }

    /** Ends without a commit, however far it is, and goes on where its latest commit was, by the clock of another machine. */
    void startOn(Shell machine) {
        shell = machine;
        open.clear();
        aggregates.rollback();
        wakeUps.rollback();
        taskStore.rollback();
        read.clear();
        read.putAll(committed);
        fetched.clear();
        fetched.putAll(committed);
        task = new JournalledTask<>(
                shell,
                hosted,
                partition,
                new JournalledTask.Stores(aggregates, wakeUps, taskStore),
                new ShellMetrics(hosted.topology(), new SimpleMeterRegistry()),
                this);
    }

    /** Learns of records of some of its partitions: a fetch brings those of one broker, not of all. */
    void fetchSome(Random random) {
        sources.forEach(topic -> {
            if (random.nextInt(3) > 0) {
                fetch(topic);
            }
        });
    }

    void fetchAll() {
        sources.forEach(this::fetch);
    }

    private void fetch(Topic topic) {
        fetched.put(topic, log.of(topic, partition).size());
    }

    /** Takes the next record, if it has fetched one. */
    boolean readNext() {
        InputRecord next = null;
        for (Topic topic : sources) {
            int offset = read.getOrDefault(topic, 0);
            if (offset < fetched.getOrDefault(topic, 0)) {
                InputRecord head = log.of(topic, partition).get(offset);
                next = next == null || head.timestamp().isBefore(next.timestamp()) ? head : next;
            }
        }
        if (next == null) {
            return false;
        }
        read.merge(next.topic(), 1, Integer::sum);
        boolean future = next.timestamp().isAfter(shell.wallClock().instant().plus(shell.futureTolerance()));
        if (next.topic().value() != null) {
            task.read(SimulatedLog.marked(next, future));
        } else if (!future) {
            task.advance(next.timestamp());
        }
        return true;
    }

    void writeTick() {
        Instant now = shell.wallClock().instant();
        open.add(new OutputRecord(
                Catalogue.clock(hosted.topology()), OwnPartition.key(partition), new byte[0], null, now, null));
    }

    void goOn() {
        task.goOn();
    }

    @Override
    public void write(OutputRecord output) {
        open.add(output);
    }

    /** @return whether anything was committed that others read */
    boolean commit() {
        task.beforeCommit();
        boolean news = false;
        for (OutputRecord one : open) {
            if (isOwn(one.topic())) {
                log.append(one.topic(), partition, one.key(), one.value(), one.timestamp());
            } else {
                log.append(one.topic(), one.key(), one.value(), one.timestamp());
                news = true;
            }
        }
        open.clear();
        aggregates.commit();
        wakeUps.commit();
        taskStore.commit();
        committed.putAll(read);
        return news;
    }

    boolean isSweeping() {
        return task.isSweeping();
    }

    private boolean isOwn(Topic topic) {
        return topic.value() == null || topic.equals(Catalogue.journal(hosted.topology()));
    }
}
