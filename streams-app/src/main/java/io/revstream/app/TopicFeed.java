package io.revstream.app;

import io.revstream.stream.EventReader;
import io.revstream.stream.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed events of topics as they come, without a consumer group. For one thread; {@link #stop()} may come from another. */
public final class TopicFeed implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventReader reader;
    private final Map<String, Topic> topics = new HashMap<>();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * A feed of all partitions of these topics.
     *
     * @param fromBeginning false to read only what comes from now on
     */
    public TopicFeed(Connection connection, List<Topic> wanted, boolean fromBeginning) {
        Properties settings = connection.client();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        reader = new EventReader(connection.registry());
        for (Topic topic : wanted) {
            String name = connection.names().of(topic);
            topics.put(name, topic);
            consumer.partitionsFor(name).forEach(info -> partitions.add(new TopicPartition(name, info.partition())));
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            skip();
        }
    }

    /**
     * A record that was read.
     *
     * @param key null when it had none
     * @param event null when it could not be decoded; {@code problem} says why
     */
    public record Item(
            Topic topic,
            int partition,
            long offset,
            Instant timestamp,
            String key,
            SpecificRecordBase event,
            String problem) {}

    /** What came within the time; empty after {@link #stop()}. */
    public List<Item> next(Duration atMost) {
        List<Item> items = new ArrayList<>();
        if (stopped) {
            return items;
        }
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
                items.add(item(record));
            }
        } catch (WakeupException e) {
            // stop() was called.
            return items;
        }
        return items;
    }

    /** Whether all that was committed when this is asked has been read. */
    public boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }

    /** How many offsets lie ahead; no fewer than records. */
    public long ahead() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                .sum();
    }

    /** Leaves out all that is there now. */
    public void skip() {
        consumer.seekToEnd(partitions);
        // The end is looked up at the first read otherwise, and what comes until then would be missed.
        partitions.forEach(consumer::position);
    }

    public boolean isStopped() {
        return stopped;
    }

    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    private Item item(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = topics.get(record.topic());
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        EventReader.Reading reading = topic.value() == null
                ? new EventReader.Reading(null, "a tick: all timestamp")
                : reader.tryRead(topic, record.value());
        return new Item(
                topic,
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                key,
                reading.event(),
                reading.problem());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
