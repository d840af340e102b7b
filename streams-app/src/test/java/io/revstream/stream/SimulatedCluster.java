package io.revstream.stream;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.app.Topologies;
import io.revstream.events.PolicyEvent;
import io.revstream.random.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * All topologies on two machines, in virtual time, made of a seed: which task goes on, how far it has fetched, when it commits, and what
 * goes wrong between two steps. A task or a machine crashes and goes on elsewhere, stands still while the others go on, its clock is
 * wrong, events come in twice and late, and what is no event at all comes in between.
 */
final class SimulatedCluster {

    static final int PARTITIONS = 2;

    /** Few, so that rescoring takes several steps. */
    private static final int RESCORED_A_TICK = 2;

    /** Far more than facts travel to and fro. */
    private static final int MOST_ROUNDS = 1000;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final TopicNames NAMES = new TopicNames("");
    private static final SchemaRegistryClient REGISTRY = new MockSchemaRegistryClient();
    private static final PolicyLibrary POLICIES = new PolicyLibrary();

    private final Random random;
    private final SimulatedLog log = new SimulatedLog(PARTITIONS);
    private final EventWriter writer = new EventWriter(REGISTRY, NAMES);
    private final List<Shell> machines = new ArrayList<>();
    private final List<SimulatedTask<?>> tasks = new ArrayList<>();
    private final Map<SimulatedTask<?>, Integer> standsStill = new HashMap<>();
    private final Map<String, Integer> faults = new HashMap<>();
    private Instant now;

    SimulatedCluster(long seed, Instant begin) {
        random = new Random(seed);
        now = begin;
        machines.add(machine(Duration.ZERO));
        // Now and then so wrong that what comes in lies in its future.
        machines.add(machine(Duration.ofSeconds(random.nextInt(10) == 0 ? -400 : random.nextInt(240) - 120)));
        for (String topology : Topologies.ALL) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                tasks.add(new SimulatedTask<>(Topologies.hosted(topology), partition, log, anyMachine()));
            }
        }
    }

    /** The settings by which a replay reads the logs. */
    Shell shell() {
        return machines.get(0);
    }

    SimulatedLog log() {
        return log;
    }

    List<SimulatedTask<?>> tasks() {
        return tasks;
    }

    /** How often each kind of fault struck. */
    Map<String, Integer> faults() {
        return faults;
    }

    /** A policy takes effect now, on all partitions. */
    void publish(String version, String document) {
        PolicyEvent event = PolicyEvent.newBuilder()
                .setEventId("policy-" + version)
                .setOccurredAt(now)
                .setSource("test")
                .setVersion(version)
                .setDocument(document)
                .build();
        byte[] value = writer.write(Catalogue.POLICY, event);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            log.append(Catalogue.POLICY, partition, utf8(version), value, now);
        }
    }

    /**
     * Events come in, each at its instant, while tasks take their steps in any order, with faults between them; then all is left to come
     * to rest.
     *
     * @param afterCommit sees a task after each of its commits
     */
    void run(List<Arrival> arrivals, Instant until, Consumer<SimulatedTask<?>> afterCommit) {
        for (Arrival arrival : arrivals) {
            for (int steps = random.nextInt(12); steps > 0; steps--) {
                step(afterCommit);
            }
            now = arrival.at().isAfter(now) ? arrival.at() : now;
            log.append(arrival.topic(), utf8(arrival.key()), writer.write(arrival.topic(), arrival.event()), now);
            if (random.nextInt(25) == 0) {
                garbage();
            }
        }
        now = until;
        comeToRest(afterCommit);
    }

    private void step(Consumer<SimulatedTask<?>> afterCommit) {
        SimulatedTask<?> task = tasks.get(random.nextInt(tasks.size()));
        if (standsStill.merge(task, -1, Integer::sum) > 0) {
            return;
        }
        int dice = random.nextInt(100);
        if (dice < 60) {
            task.fetchSome(random);
            for (int most = 1 + random.nextInt(8); most > 0 && task.readNext(); most--) {
                task.goOn();
            }
        } else if (dice < 72) {
            task.writeTick();
        } else if (dice < 92) {
            task.commit();
            afterCommit.accept(task);
        } else {
            fault(task);
        }
    }

    private void fault(SimulatedTask<?> task) {
        switch (random.nextInt(4)) {
            case 0 -> {
                struck("task crashed");
                task.startOn(anyMachine());
            }
            case 1 -> {
                struck("all tasks of a topology moved");
                Shell machine = anyMachine();
                tasks.stream().filter(one -> one.hosted().equals(task.hosted())).forEach(one -> one.startOn(machine));
            }
            case 2 -> {
                struck("machine crashed");
                tasks.forEach(one -> {
                    if (random.nextBoolean()) {
                        one.startOn(anyMachine());
                    }
                });
            }
            default -> {
                struck("task stood still");
                standsStill.put(task, 10 + random.nextInt(60));
            }
        }
    }

    private void struck(String fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    /** What a producer writes by mistake. */
    private void garbage() {
        struck("garbage came in");
        List<Topic> inputs = List.of(Catalogue.LEADS, Catalogue.ACTIVITIES, Catalogue.DEALS, Catalogue.REPS);
        byte[] value = new byte[random.nextInt(20)];
        random.nextBytes(value);
        byte[] key = utf8("lead-" + random.nextInt(10));
        log.append(inputs.get(random.nextInt(inputs.size())), random.nextInt(PARTITIONS), key, value, now);
    }

    /** On the machine whose clock is right, until nobody has anything left to read, to wake or to rescore. */
    private void comeToRest(Consumer<SimulatedTask<?>> afterCommit) {
        tasks.forEach(task -> task.startOn(machines.get(0)));
        boolean busy = true;
        for (int round = 0; busy; round++) {
            if (round > MOST_ROUNDS) {
                throw new AssertionError("Expected to come to rest, but tasks still write after " + round + " rounds");
            }
            busy = false;
            for (SimulatedTask<?> task : tasks) {
                task.writeTick();
                task.commit();
                task.fetchAll();
                while (task.readNext()) {
                    task.goOn();
                }
                boolean news = task.commit();
                busy |= news || task.isSweeping();
                afterCommit.accept(task);
            }
        }
    }

    private Shell anyMachine() {
        return machines.get(random.nextInt(machines.size()));
    }

    private Shell machine(Duration wrongBy) {
        return new Shell(
                NAMES,
                PARTITIONS,
                REGISTRY,
                new MachineClock(wrongBy),
                () -> Duration.ofSeconds(1),
                TOLERANCE,
                RESCORED_A_TICK,
                new SimpleMeterRegistry(),
                POLICIES);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class MachineClock extends Clock {

        private final Duration wrongBy;

        MachineClock(Duration wrongBy) {
            this.wrongBy = wrongBy;
        }

        @Override
        public Instant instant() {
            return now.plus(wrongBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Expected nobody to ask for another zone");
        }
    }
}
