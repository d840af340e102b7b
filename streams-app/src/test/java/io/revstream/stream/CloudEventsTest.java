package io.revstream.stream;

import io.revstream.events.LifecycleChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CloudEventsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void anOutputCarriesTheHeadersOfTheKafkaBindingInBinaryMode() {
        LifecycleChanged event = LifecycleChanged.newBuilder()
                .setLeadId("ada")
                .setPass(1)
                .setFromStage(null)
                .setStage("Lead")
                .setStatus("ACTIVE")
                .setBecause("fields-known")
                .setReasonCode(null)
                .setDecidedBy(null)
                .setNote(null)
                .build();
        Input cause = new Input("cause", "event-7", NINE, "order-1", false);
        Stamp.on(new Output(Catalogue.LIFECYCLE, "ada", event), "lead", "ada", 0, cause, NINE, "policy-1");

        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : CloudEvents.headers("ada", event)) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(headers)
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", Stamp.id("lead", "ada", "event-7", 0)),
                        Map.entry("ce_source", "revstream/lead"),
                        Map.entry("ce_type", "io.revstream.events.LifecycleChanged"),
                        Map.entry("ce_time", "2026-03-02T09:00:00Z"),
                        Map.entry("ce_subject", "ada"),
                        Map.entry("content-type", "application/avro"));
        assertThat(event.getCausedBy()).isEqualTo("event-7");
        assertThat(event.getCorrelationId()).isEqualTo("order-1");
        assertThat(event.getPolicyVersion()).isEqualTo("policy-1");
    }
}
