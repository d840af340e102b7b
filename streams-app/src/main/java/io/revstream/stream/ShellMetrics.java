package io.revstream.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.revstream.events.DataIssueFound;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the tasks of one topology count. Labels are bounded: topology, topic, code and kind of issue. */
public final class ShellMetrics {

    private final String topology;
    private final MeterRegistry registry;
    private final Map<String, Counter> read = new ConcurrentHashMap<>();
    private final Map<String, Counter> written = new ConcurrentHashMap<>();
    private final Map<String, Counter> duplicates = new ConcurrentHashMap<>();
    private final Map<DeadLetterCode, Counter> deadLetters = new EnumMap<>(DeadLetterCode.class);
    private final Map<String, Counter> dataIssues = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();
    private final Set<Integer> sweeping = ConcurrentHashMap.newKeySet();
    private final Counter rescored;

    public ShellMetrics(String topology, MeterRegistry registry) {
        this.topology = topology;
        this.registry = registry;
        for (DeadLetterCode code : DeadLetterCode.values()) {
            deadLetters.put(
                    code,
                    Counter.builder("revstream.dead.letters")
                            .description("Records refused")
                            .tag("topology", topology)
                            .tag("code", code.name())
                            .register(registry));
        }
        rescored = Counter.builder("revstream.rescored")
                .description("Aggregates rescored because a policy took effect")
                .tag("topology", topology)
                .register(registry);
        Gauge.builder("revstream.rescoring.partitions", sweeping, Set::size)
                .description("Partitions here that still have aggregates to be rescored")
                .tag("topology", topology)
                .register(registry);
        Gauge.builder("revstream.clock.seconds", clock, millis -> millis.get() / 1000.0)
                .description("Latest tick that a task of the topology has read, in seconds since 1970")
                .tag("topology", topology)
                .register(registry);
    }

    /** Aggregates were rescored after a policy took effect. */
    void rescored(int aggregates) {
        rescored.increment(aggregates);
    }

    /** Whether a partition still has aggregates to be rescored. */
    void sweeping(int partition, boolean underWay) {
        if (underWay) {
            sweeping.add(partition);
        } else {
            sweeping.remove(partition);
        }
    }

    void read(Topic topic) {
        counter(read, "revstream.records.read", "Records read", topic).increment();
    }

    void written(Topic topic) {
        counter(written, "revstream.records.written", "Records written", topic).increment();
    }

    void duplicate(Topic topic) {
        counter(duplicates, "revstream.duplicates", "Events dropped because their id was seen before", topic)
                .increment();
    }

    void deadLetter(DeadLetterCode code) {
        deadLetters.get(code).increment();
    }

    /** The kinds of issues are words of the deciders, and few. */
    void dataIssue(DataIssueFound found) {
        String resolved = String.valueOf(found.getResolved());
        dataIssues
                .computeIfAbsent(
                        found.getIssue() + "/" + resolved,
                        kind -> Counter.builder("revstream.data.issues")
                                .description("Data issues found and resolved")
                                .tag("topology", topology)
                                .tag("issue", found.getIssue())
                                .tag("resolved", resolved)
                                .register(registry))
                .increment();
    }

    void clock(Instant tick) {
        clock.accumulateAndGet(tick.toEpochMilli(), Math::max);
    }

    private Counter counter(Map<String, Counter> counters, String name, String description, Topic topic) {
        return counters.computeIfAbsent(
                topic.name(),
                t -> Counter.builder(name)
                        .description(description)
                        .tag("topology", topology)
                        .tag("topic", t)
                        .register(registry));
    }
}
