package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.stream.Catalogue;
import io.revstream.stream.EventWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that no topology can use, as upstream systems send them now and then: they end in the dead letters and stop nothing. */
final class Poison implements AutoCloseable {

    private static final int UNKNOWN_SCHEMA = 987_654;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Deque<ProducerRecord<byte[], byte[]>> doses;

    /**
     * The bad records of a demo.
     *
     * @param began when the demo's past begins
     * @param from what was to come before was published by an earlier run
     */
    Poison(Connection connection, Instant began, Instant from) {
        this.producer = new KafkaProducer<>(connection.client(), new ByteArraySerializer(), new ByteArraySerializer());
        byte[] key = "lead-h0-0".getBytes(StandardCharsets.UTF_8);
        Instant third = began.plus(Duration.ofHours(5));
        byte[] visit = new EventWriter(connection.registry(), connection.names())
                .write(Catalogue.ACTIVITIES, ActivityEvents.byProspect("keyless", "PAGE_VIEW", "pricing", third));
        String activities = connection.names().of(Catalogue.ACTIVITIES);
        String leads = connection.names().of(Catalogue.LEADS);
        this.doses = new ArrayDeque<>(List.of(
                dose(activities, began.plus(Duration.ofHours(1)), key, bytes("<html>502 Bad Gateway</html>")),
                dose(leads, began.plus(Duration.ofHours(3)), key, ofUnknownSchema()),
                dose(activities, third, null, visit)));
        doses.removeIf(dose -> dose.timestamp() < from.toEpochMilli());
    }

    void publishDue(Instant now) {
        while (!doses.isEmpty() && doses.peek().timestamp() <= now.toEpochMilli()) {
            producer.send(doses.poll());
        }
    }

    private static ProducerRecord<byte[], byte[]> dose(String topic, Instant at, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** In the wire format, but with a schema id that the registry never gave. */
    private static byte[] ofUnknownSchema() {
        return ByteBuffer.allocate(9)
                .put((byte) 0)
                .putInt(UNKNOWN_SCHEMA)
                .putInt(42)
                .array();
    }

    @Override
    public void close() {
        producer.close();
    }
}
