package io.revstream.stream;

import io.revstream.events.DeadLetter;
import io.revstream.events.LeadAssigned;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.Presets;
import io.revstream.random.RandomWeeks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole topologies in virtual time, with faults between their steps: whatever goes wrong, the same deciders, run along the journal, come to
 * what was committed, byte for byte. More walks: {@code -Drandom.walks=10000}; one again: {@code -Drandom.seed=17 -Drandom.walks=1}.
 */
class FaultsInVirtualTimeTest {

    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final int WALKS = Integer.getInteger("random.walks", 100);
    private static final Instant BEGIN = RandomWeeks.MONDAY_8AM;
    private static final Instant END = BEGIN.plus(RandomWeeks.TWO_WEEKS).plus(Duration.ofHours(1));
    private static final String OTHER_RULES = Presets.text("mid-market")
            .replace("version: mid-market-1", "version: mid-market-2")
            .replaceFirst("threshold: 65", "threshold: 55");

    @Test
    @Tag("GEN-11")
    void whatWasCommittedIsWhatAReplayDecides() {
        Map<String, Integer> faults = new HashMap<>();
        LongStream.range(FIRST, FIRST + WALKS).parallel().forEach(seed -> {
            SimulatedCluster cluster = walk(seed, task -> {});
            try {
                cluster.tasks().forEach(task -> new Oracle(cluster, task).check());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Walk of seed " + seed + " (again: -Drandom.seed=" + seed + " -Drandom.walks=1)", e);
            }
            synchronized (faults) {
                cluster.faults().forEach((fault, many) -> faults.merge(fault, many, Integer::sum));
            }
        });
        System.out.println(WALKS + " walks of whole topologies with " + faults);
        assertThat(faults.keySet()).contains("task crashed", "machine crashed", "task stood still", "garbage came in");
    }

    /** The stored state is that of a replay not only in the end, but after each commit. */
    @Test
    void afterEachCommitTheStoredStateIsThatOfAReplay() {
        IntStream.range(0, Math.max(1, WALKS / 25)).forEach(i -> {
            long seed = FIRST + i;
            SimulatedCluster[] cluster = {null};
            cluster[0] = new SimulatedCluster(seed, BEGIN);
            run(cluster[0], seed, task -> new Oracle(cluster[0], task).checkState());
        });
    }

    private static SimulatedCluster walk(long seed, Consumer<SimulatedTask<?>> afterCommit) {
        SimulatedCluster cluster = new SimulatedCluster(seed, BEGIN);
        run(cluster, seed, afterCommit);
        return cluster;
    }

    private static void run(SimulatedCluster cluster, long seed, Consumer<SimulatedTask<?>> afterCommit) {
        var arrivals = RandomWeeks.of(seed);
        int half = new Random(seed).nextInt(2 * arrivals.size());
        cluster.publish("mid-market-1", Presets.text("mid-market"));
        if (half < arrivals.size()) {
            cluster.run(arrivals.subList(0, half), arrivals.get(half).at(), afterCommit);
            cluster.publish("mid-market-2", OTHER_RULES);
            cluster.run(arrivals.subList(half, arrivals.size()), END, afterCommit);
        } else {
            cluster.run(arrivals, END, afterCommit);
        }
    }

    /** Holds what a task committed against a replay along its journal, and against what must hold whatever comes in. */
    private static final class Oracle {

        private final SimulatedCluster cluster;
        private final SimulatedTask<?> task;
        private final EventReader reader;
        private final JournalReplay.Outcome replay;

        Oracle(SimulatedCluster cluster, SimulatedTask<?> task) {
            this.cluster = cluster;
            this.task = task;
            reader = new EventReader(cluster.shell().registry());
            replay = new JournalReplay(cluster.shell(), cluster.log().reader()).replay(task.hosted(), task.partition());
        }

        void check() {
            checkState();
            everyInputWasTakenOnce();
            everyDecisionIsThereOnce();
        }

        void checkState() {
            Map<String, Bytes> stored = new HashMap<>();
            task.aggregates().all().forEachRemaining(one -> stored.put(one.key, Bytes.wrap(one.value)));
            assertThat(stored)
                    .as("state of %s/%d", task.hosted().topology(), task.partition())
                    .isEqualTo(replay.aggregates());
        }

        private void everyInputWasTakenOnce() {
            long inputs = cluster.log().of(Catalogue.POLICY, task.partition()).size();
            for (Topic topic : task.hosted().reads()) {
                inputs += cluster.log().of(topic, task.partition()).size();
            }
            assertThat(replay.records())
                    .as("inputs in the journal of %s/%d", task.hosted().topology(), task.partition())
                    .isEqualTo(inputs);
        }

        private void everyDecisionIsThereOnce() {
            Set<JournalReplay.EventKey> there = new HashSet<>();
            Set<String> happenings = new HashSet<>();
            for (Topic topic : Catalogue.of()) {
                for (int partition = 0;
                        topic.role() != Topic.Role.INPUT && partition < SimulatedCluster.PARTITIONS;
                        partition++) {
                    for (InputRecord one : cluster.log().of(topic, partition)) {
                        SpecificRecordBase event =
                                reader.tryRead(topic, one.value()).event();
                        JournalReplay.EventKey key = JournalReplay.EventKey.of(topic, one.key(), (String) event.get(0));
                        if (isMine(event) && replay.outputs().containsKey(key)) {
                            assertThat(there.add(key))
                                    .as("%s is there once", key)
                                    .isTrue();
                            assertThat(Bytes.wrap(one.value()))
                                    .as("%s", key)
                                    .isEqualTo(replay.outputs().get(key));
                            assertThat(happenings.add(happening(event, one.timestamp())))
                                    .as("it happens once: %s", event)
                                    .isTrue();
                        }
                    }
                }
            }
            assertThat(there).isEqualTo(replay.outputs().keySet());
        }

        private boolean isMine(SpecificRecordBase event) {
            return Objects.equals(event.get(2), "revstream/" + task.hosted().topology());
        }

        /** What can happen once only, in words; and nothing before it is due. */
        private static String happening(SpecificRecordBase event, Instant saidAt) {
            if (event instanceof MqlPromoted one) {
                return "promotion " + one.getLeadId() + " " + one.getPass();
            }
            if (event instanceof LeadAssigned one && one.getOwnerId() != null) {
                return "owner " + one.getLeadId() + " " + one.getPass() + " " + one.getRound();
            }
            if (event instanceof SlaStepReached one && one.getKind() != StepKind.WITHDRAWN) {
                assertThat(saidAt).as("not early: %s", one).isAfterOrEqualTo(one.getStepDueAt());
                return "step " + one.getSubjectId() + " " + one.getPass() + " " + one.getRound() + " " + one.getClock()
                        + " " + one.getStep();
            }
            if (event instanceof DeadLetter one) {
                return "letter " + one.getTopic() + " " + one.getPartition() + " " + one.getOffset() + " "
                        + one.getEventId();
            }
            return "event " + event.get(0);
        }
    }
}
