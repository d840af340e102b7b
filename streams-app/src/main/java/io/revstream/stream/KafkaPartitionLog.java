package io.revstream.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log on a broker, each partition from its beginning to the end that it has when it is first asked for. */
final class KafkaPartitionLog implements PartitionLog, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Properties client;
    private final TopicNames names;
    private final Map<TopicPartition, Cursor> cursors = new HashMap<>();

    KafkaPartitionLog(Properties client, TopicNames names) {
        this.client = client;
        this.names = names;
    }

    @Override
    public InputRecord next(Topic topic, int partition, boolean future) {
        ConsumerRecord<byte[], byte[]> record = nextRaw(names.of(topic), partition);
        return record == null
                ? null
                : new InputRecord(
                        topic,
                        partition,
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        record.key(),
                        record.value(),
                        Arrays.asList(record.headers().toArray()),
                        future);
    }

    /** The next record of any topic, or null at the end. */
    ConsumerRecord<byte[], byte[]> nextRaw(String topic, int partition) {
        return cursors.computeIfAbsent(new TopicPartition(topic, partition), Cursor::new)
                .next();
    }

    @Override
    public void close() {
        cursors.values().forEach(cursor -> cursor.consumer.close());
    }

    /** One partition. */
    private final class Cursor {

        private final TopicPartition partition;
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final ArrayDeque<ConsumerRecord<byte[], byte[]>> buffer = new ArrayDeque<>();
        private final long end;

        Cursor(TopicPartition partition) {
            this.partition = partition;
            Properties settings = new Properties();
            settings.putAll(client);
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            end = consumer.endOffsets(List.of(partition)).get(partition);
        }

        ConsumerRecord<byte[], byte[]> next() {
            while (buffer.isEmpty() && consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(buffer::add);
            }
            return buffer.poll();
        }
    }
}
