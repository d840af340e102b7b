package io.revstream.stream;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the deciders' hosts need from outside.
 *
 * @param names names of the topics on the broker
 * @param partitions partitions of every topic
 * @param wallClock where ticks come from; a demo may run it faster
 * @param tickInterval how often, by the machine's clock, a task writes a tick; asked after each tick
 * @param futureTolerance by how much an event or record may lie in the future
 * @param rescoredATick how many aggregates a task rescores at a tick after a policy took effect
 */
public record Shell(
        TopicNames names,
        int partitions,
        SchemaRegistryClient registry,
        Clock wallClock,
        Supplier<Duration> tickInterval,
        Duration futureTolerance,
        int rescoredATick,
        MeterRegistry metrics,
        PolicyLibrary policies) {

    /** Each takes some tens of microseconds: a step is over before an input has waited for long. */
    public static final int RESCORED_A_TICK = 500;

    /** With ticks at an even pace. */
    public Shell(
            TopicNames names,
            int partitions,
            SchemaRegistryClient registry,
            Clock wallClock,
            Duration tickInterval,
            Duration futureTolerance,
            MeterRegistry metrics) {
        this(
                names,
                partitions,
                registry,
                wallClock,
                () -> tickInterval,
                futureTolerance,
                RESCORED_A_TICK,
                metrics,
                new PolicyLibrary());
    }
}
