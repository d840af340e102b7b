package io.revstream.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IdleWatchOnBrokerTest {

    private static final TopicPartition LEADS = new TopicPartition("revops.leads", 0);

    @TempDir
    private Path directory;

    private RunningPipeline broker;

    @BeforeEach
    void oneRecordAndTheMarkOfItsTransaction() {
        broker = new RunningPipeline(directory);
        Properties settings = broker.connection.client();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "upstream");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(LEADS.topic(), LEADS.partition(), new byte[] {1}, new byte[] {2}));
            producer.commitTransaction();
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aMarkOfATransactionThatNobodyCommitsIsNothingLeftToDecide() throws Exception {
        committed(1);

        assertThat(secondLook()).isPositive();
    }

    @Test
    void aRecordIs() throws Exception {
        committed(0);

        assertThat(secondLook()).isZero();
    }

    private void committed(long offset) throws Exception {
        try (Admin admin = Admin.create(broker.connection.client())) {
            admin.alterConsumerGroupOffsets("revops.lead", Map.of(LEADS, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private Duration secondLook() throws Exception {
        try (IdleWatch watch = new IdleWatch(broker.connection, List.of("lead"), RunningPipeline.PARTITIONS)) {
            watch.idleFor();
            return watch.idleFor();
        }
    }
}
