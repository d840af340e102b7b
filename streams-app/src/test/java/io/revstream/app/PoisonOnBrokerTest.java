package io.revstream.app;

import io.revstream.events.DeadLetter;
import io.revstream.events.LeadAssigned;
import io.revstream.events.PolicyEvent;
import io.revstream.stream.Catalogue;
import io.revstream.stream.EventWriter;
import io.revstream.stream.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.revstream.app.Events.perfectFit;
import static io.revstream.app.Events.prospect;
import static io.revstream.app.Events.rep;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever lies on an input: it goes to the dead letters with its reason, and the flow goes on. */
class PoisonOnBrokerTest {

    private static final List<Topic> INPUTS =
            List.of(Catalogue.LEADS, Catalogue.ACTIVITIES, Catalogue.DEALS, Catalogue.ACCOUNTS, Catalogue.REPS);

    private static final int POLICY_POISONS = 8;

    private static final byte[] KEY = "ada".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    @Tag("GEN-07")
    void poisonOnEveryInputIsRefusedWithItsReasonAndTheFlowGoesOn() {
        try (RunningPipeline revstream = new RunningPipeline(directory)) {
            Instant now = Instant.now();
            poison(revstream, now);
            revstream.publisher.publish(Catalogue.REPS, "inside-sales", rep("dana", "Dana", now), now);
            revstream.publisher.publish(Catalogue.LEADS, "ada", perfectFit("ada", now), now);
            revstream.publisher.publish(Catalogue.ACTIVITIES, "ada", prospect("demo", "DEMO_REQUEST", null, now), now);
            revstream.publisher.flush();
            revstream.start();

            int expected = INPUTS.size() * 9 + POLICY_POISONS * Topologies.ALL.size();
            List<DeadLetter> letters =
                    revstream.await(Catalogue.DEAD_LETTERS, DeadLetter.class, l -> l.size() >= expected);
            assertThat(revstream.await(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, l -> !l.isEmpty()))
                    .first()
                    .satisfies(assigned -> {
                        assertThat(assigned.getOwnerId()).isEqualTo("dana");
                        assertThat(assigned.getPolicyVersion())
                                .as("the former policy stays active")
                                .isEqualTo("mid-market-1");
                    });
            for (Topic input : INPUTS) {
                assertThat(codes(letters, input))
                        .as(input.name())
                        .containsExactlyInAnyOrder(
                                "NOT_AVRO",
                                "UNKNOWN_SCHEMA",
                                "WRONG_TYPE",
                                "UNDECODABLE",
                                "EMPTY_VALUE",
                                "MISSING_KEY",
                                "INVALID",
                                "FROM_THE_FUTURE",
                                "WRONG_PARTITION");
            }
            assertThat(codes(letters, Catalogue.POLICY))
                    .containsExactlyInAnyOrder(
                            "NOT_AVRO",
                            "UNKNOWN_SCHEMA",
                            "WRONG_TYPE",
                            "UNDECODABLE",
                            "EMPTY_VALUE",
                            "INVALID",
                            "FROM_THE_FUTURE");
            assertThat(letters).hasSize(expected).allSatisfy(letter -> {
                assertThat(letter.getReason()).startsWith("Expected ");
                assertThat(letter.getOffset()).isNotNegative();
            });
            assertThat(letters)
                    .filteredOn(letter -> letter.getCode().equals("NOT_AVRO"))
                    .allSatisfy(letter -> assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(random())));
            revstream.stop();
            assertThat(revstream.replay())
                    .allSatisfy(report -> assertThat(report.differences()).isEmpty());
        }
    }

    private static Set<String> codes(List<DeadLetter> letters, Topic input) {
        return letters.stream()
                .filter(letter -> letter.getTopic().equals(input.name()))
                .map(DeadLetter::getCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] random() {
        return new byte[] {42, 1, 2, 3, 4, 5, 6, 7};
    }

    private void poison(RunningPipeline revstream, Instant now) {
        EventWriter writer = new EventWriter(revstream.connection.registry(), revstream.connection.names());
        try (var producer = new KafkaProducer<>(
                revstream.connection.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            poisonPolicy(producer, writer, revstream.connection.names().of(Catalogue.POLICY), now);
            for (Topic input : INPUTS) {
                String name = revstream.connection.names().of(input);
                byte[] good = writer.write(input, EventsOfEveryInput.event(input, "good-" + name, now));
                byte[] blankId = writer.write(input, EventsOfEveryInput.event(input, " ", now));
                byte[] future = writer.write(
                        input, EventsOfEveryInput.event(input, "future-" + name, now.plus(Duration.ofDays(2))));
                Topic other = input.equals(Catalogue.LEADS) ? Catalogue.ACTIVITIES : Catalogue.LEADS;
                byte[] wrongType = writer.write(other, EventsOfEveryInput.event(other, "other-" + name, now));
                byte[] unknownSchema = good.clone();
                unknownSchema[1] = 0x7f;
                send(producer, name, KEY, random());
                send(producer, name, KEY, unknownSchema);
                send(producer, name, KEY, wrongType);
                send(producer, name, KEY, Arrays.copyOf(good, good.length - 1));
                send(producer, name, KEY, null);
                send(producer, name, null, good);
                send(producer, name, KEY, blankId);
                send(producer, name, KEY, future);
                int right = Utils.toPositive(Utils.murmur2(KEY)) % RunningPipeline.PARTITIONS;
                producer.send(new ProducerRecord<>(name, (right + 1) % RunningPipeline.PARTITIONS, KEY, good));
            }
            producer.flush();
        }
    }

    /** Its key is no aggregate, and the broker itself refuses a record without one, since the topic is compacted. */
    private static void poisonPolicy(
            KafkaProducer<byte[], byte[]> producer, EventWriter writer, String name, Instant now) {
        byte[] broken = writer.write(Catalogue.POLICY, policy("broken", now));
        byte[] unknownSchema = broken.clone();
        unknownSchema[1] = 0x7f;
        List<byte[]> values = Arrays.asList(
                random(),
                unknownSchema,
                writer.write(Catalogue.LEADS, EventsOfEveryInput.event(Catalogue.LEADS, "lead", now)),
                Arrays.copyOf(broken, broken.length - 1),
                null,
                writer.write(Catalogue.POLICY, policy(" ", now)),
                writer.write(Catalogue.POLICY, policy("future", now.plus(Duration.ofDays(2)))),
                broken);
        for (int i = 0; i < POLICY_POISONS; i++) {
            byte[] key = ("poison-" + i).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(name, 0, key, values.get(i)));
        }
    }

    private static PolicyEvent policy(String eventId, Instant at) {
        return PolicyEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource("test")
                .setVersion("broken-1")
                .setDocument("policy: broken")
                .build();
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key, value));
    }
}
