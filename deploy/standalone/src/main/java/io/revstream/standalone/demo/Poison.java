package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.stream.Catalogue;
import io.revstream.stream.EventWriter;
import io.revstream.stream.Topic;
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
    private final Connection connection;
    private final Deque<Dose> doses;

    /** One bad record. */
    private record Dose(Instant at, Topic topic, byte[] key, byte[] value) {}

    /**
     * The bad records of a demo.
     *
     * @param began when the demo's past begins
     * @param from what was to come before was published by an earlier run
     */
    Poison(Connection connection, Instant began, Instant from) {
        this.connection = connection;
        this.producer =
                new KafkaProducer<>(connection.client(), new ByteArraySerializer(), new ByteArraySerializer());
        byte[] key = "lead-h0-0".getBytes(StandardCharsets.UTF_8);
        Instant third = began.plus(Duration.ofHours(5));
        byte[] visit = new EventWriter(connection.registry(), connection.names())
                .write(Catalogue.ACTIVITIES, ActivityEvents.byProspect("keyless", "PAGE_VIEW", "pricing", third));
        this.doses = new ArrayDeque<>(List.of(
                new Dose(began.plus(Duration.ofHours(1)), Catalogue.ACTIVITIES, key, bytes("<html>502 Bad Gateway</html>")),
                new Dose(began.plus(Duration.ofHours(3)), Catalogue.LEADS, key, ofUnknownSchema()),
                new Dose(third, Catalogue.ACTIVITIES, null, visit)));
        doses.removeIf(dose -> dose.at().isBefore(from));
    }

    void publishDue(Instant now) {
        while (!doses.isEmpty() && !doses.peek().at().isAfter(now)) {
            Dose dose = doses.poll();
            producer.send(new ProducerRecord<>(
                    connection.names().of(dose.topic()), null, now.toEpochMilli(), dose.key(), dose.value()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** In the wire format, but with a schema id that the registry never gave. */
    private static byte[] ofUnknownSchema() {
        return ByteBuffer.allocate(9).put((byte) 0).putInt(UNKNOWN_SCHEMA).putInt(42).array();
    }

    @Override
    public void close() {
        producer.close();
    }
}
