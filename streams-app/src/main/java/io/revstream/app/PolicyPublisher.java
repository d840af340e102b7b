package io.revstream.app;

import io.revstream.events.ActionRequested;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.CloudEvents;
import io.revstream.stream.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a change of the policy: one copy to each partition, with what sales is told of it, all in one transaction, so that no task
 * stays behind on an older one.
 */
public final class PolicyPublisher {

    private final Connection connection;

    public PolicyPublisher(Connection connection) {
        this.connection = connection;
    }

    /**
     * Publishes a version that replaces none.
     *
     * @param policy the policy that {@code document} says
     * @param at when it takes effect; the first version holds from the beginning of time, whatever is said here
     */
    public void publish(Policy policy, String document, Instant at, int partitions) {
        publish(PolicyChange.inForce(policy, document, at, null, null), partitions);
    }

    /** Publishes a change. */
    public void publish(PolicyChange change, int partitions) {
        EventWriter writer = new EventWriter(connection.registry(), connection.names());
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        byte[] key = utf8(change.key());
        byte[] value = writer.write(Catalogue.POLICY, change.event());
        for (int partition = 0; partition < partitions; partition++) {
            records.add(new ProducerRecord<>(
                    connection.names().of(Catalogue.POLICY),
                    partition,
                    change.at().toEpochMilli(),
                    key,
                    value));
        }
        ActionRequested notice = change.notice();
        if (notice != null) {
            records.add(new ProducerRecord<>(
                    connection.names().of(Catalogue.ACTIONS),
                    null,
                    change.at().toEpochMilli(),
                    utf8(notice.getSubjectId()),
                    writer.write(Catalogue.ACTIONS, notice),
                    CloudEvents.headers(notice.getSubjectId(), notice)));
        }
        send(records);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        Properties settings = connection.client();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, connection.names().prefix() + "policy-publisher");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                records.forEach(producer::send);
                producer.commitTransaction();
            } catch (KafkaException e) {
                producer.abortTransaction();
                throw e;
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
