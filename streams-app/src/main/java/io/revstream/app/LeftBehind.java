package io.revstream.app;

import io.revstream.app.GroupLag.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether records lie behind a lag, or marks of transactions only. A topology that was killed between a record and the mark behind it
 * commits neither again when it comes back, until the next record of that partition: the lag stays, though nothing is left to decide.
 */
final class LeftBehind implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    LeftBehind(Connection connection) {
        Properties settings = connection.client();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether there is at least one record between what a group has committed and the end. */
    boolean holdsRecords(Lag lag) {
        TopicPartition partition = new TopicPartition(lag.topic(), lag.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, lag.committed());
        long end = lag.committed() + lag.records();
        while (consumer.position(partition) < end) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
