package io.revstream.app;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes a policy version: one copy to each partition, all in one transaction, so that no task stays behind on an older one. */
public final class PolicyPublisher {

    private final Connection connection;

    public PolicyPublisher(Connection connection) {
        this.connection = connection;
    }

    /**
     * Publishes a version.
     *
     * @param policy the policy that {@code document} says
     * @param at when it takes effect; the first version holds from the beginning of time, whatever is said here
     */
    public void publish(Policy policy, String document, Instant at, int partitions) {
        Properties settings = connection.client();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, connection.names().prefix() + "policy-publisher");
        EventWriter writer = new EventWriter(connection.registry(), connection.names());
        byte[] key = policy.version().getBytes(StandardCharsets.UTF_8);
        byte[] value = writer.write(
                Catalogue.POLICY,
                PolicyEvent.newBuilder()
                        .setEventId("policy/" + policy.version())
                        .setOccurredAt(at)
                        .setSource("revstream/policy")
                        .setVersion(policy.version())
                        .setDocument(document)
                        .build());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                for (int partition = 0; partition < partitions; partition++) {
                    producer.send(new ProducerRecord<>(
                            connection.names().of(Catalogue.POLICY), partition, at.toEpochMilli(), key, value));
                }
                producer.commitTransaction();
            } catch (KafkaException e) {
                producer.abortTransaction();
                throw e;
            }
        }
    }
}
