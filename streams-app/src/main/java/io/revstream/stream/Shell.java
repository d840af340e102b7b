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
 */
public record Shell(
        TopicNames names,
        int partitions,
        SchemaRegistryClient registry,
        Clock wallClock,
        Supplier<Duration> tickInterval,
        Duration futureTolerance,
        MeterRegistry metrics,
        PolicyLibrary policies) {

    /** With ticks at an even pace. */
    public Shell(
            TopicNames names,
            int partitions,
            SchemaRegistryClient registry,
            Clock wallClock,
            Duration tickInterval,
            Duration futureTolerance,
            MeterRegistry metrics) {
        this(names, partitions, registry, wallClock, () -> tickInterval, futureTolerance, metrics, new PolicyLibrary());
    }
}
