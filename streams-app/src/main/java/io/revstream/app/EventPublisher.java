package io.revstream.app;

import io.revstream.stream.EventWriter;
import io.revstream.stream.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events to input topics. A send that fails stops the next one: nothing is skipped silently. */
public final class EventPublisher implements AutoCloseable {

    private final Connection connection;
    private final EventWriter writer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public EventPublisher(Connection connection) {
        this.connection = connection;
        this.writer = new EventWriter(connection.registry(), connection.names());
        Properties settings = connection.client();
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes an event.
     *
     * @param at timestamp of its record: when it is published, not when it occurred
     * @throws IllegalStateException when an earlier send failed
     */
    public void publish(Topic topic, String key, SpecificRecordBase event, Instant at) {
        throwIfFailed();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] value = writer.write(topic, event);
        producer.send(
                new ProducerRecord<>(connection.names().of(topic), null, at.toEpochMilli(), keyBytes, value),
                (metadata, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
    }

    /** Waits until all is on the broker. */
    public void flush() {
        producer.flush();
        throwIfFailed();
    }

    private void throwIfFailed() {
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException("Expected the broker to take the event, but: " + error.getMessage(), error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
