package io.revstream.embedded;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedKafkaTest {

    @TempDir
    Path directory;

    @Test
    void consumersSeeCommittedTransactionsOnly() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            createTopic(kafka);
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("leads", "lead-1", "withdrawn"));
                producer.flush();
                producer.abortTransaction();
                send(producer, "committed");
            }

            assertThat(values(kafka, 1)).containsExactly("committed");
        }
    }

    @Test
    void aRestartOnTheSameDirectoryAndPortKeepsTheData() throws Exception {
        int port;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            port = kafka.port();
            createTopic(kafka);
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                send(producer, "before");
            }
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, port, Map.of())) {
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                send(producer, "after");
            }

            assertThat(values(kafka, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void settingsOfTheCallerWin() throws Exception {
        Map<String, String> overrides = Map.of("log.message.timestamp.after.max.ms", "3600000", "num.partitions", "7");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0, overrides);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("deals", Optional.empty(), Optional.empty())))
                    .all()
                    .get();

            assertThat(admin.describeTopics(List.of("deals"))
                            .allTopicNames()
                            .get()
                            .get("deals")
                            .partitions())
                    .hasSize(7);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, LoopbackPort.ADDRESS)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, taken.getLocalPort(), Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Expected a broker on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("leads", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("leads", "lead-1", value));
        producer.commitTransaction();
    }

    private static List<String> values(EmbeddedKafka kafka, int expected) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("leads", 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < expected && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
