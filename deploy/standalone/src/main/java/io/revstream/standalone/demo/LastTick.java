package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.app.Topologies;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far the topologies' time had come when they last ran. */
final class LastTick {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Among as many offsets there is a tick; others are marks of transactions, whose timestamps are the broker's. */
    private static final long LOOKED_AT = 40;

    private LastTick() {}

    /** The latest tick on the broker; {@link Instant#EPOCH} when there is none. */
    static Instant on(Connection connection, int partitions) {
        List<TopicPartition> clocks = new ArrayList<>();
        for (String topology : Topologies.ALL) {
            for (int partition = 0; partition < partitions; partition++) {
                clocks.add(new TopicPartition(connection.names().of(Catalogue.clock(topology)), partition));
            }
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(clocks);
            Map<TopicPartition, Long> ends = consumer.endOffsets(clocks);
            ends.forEach((clock, end) -> consumer.seek(clock, Math.max(0, end - LOOKED_AT)));
            long latest = 0;
            while (clocks.stream().anyMatch(clock -> consumer.position(clock) < ends.get(clock))) {
                for (ConsumerRecord<byte[], byte[]> tick : consumer.poll(POLL)) {
                    latest = Math.max(latest, tick.timestamp());
                }
            }
            return Instant.ofEpochMilli(latest);
        }
    }
}
