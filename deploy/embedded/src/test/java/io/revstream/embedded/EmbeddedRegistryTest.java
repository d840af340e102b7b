package io.revstream.embedded;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Everything goes through the genuine client, over HTTP. */
class EmbeddedRegistryTest {

    private static final AvroSchema LEAD = record("Lead", "{\"name\":\"id\",\"type\":\"string\"}");
    private static final AvroSchema LEAD_WITH_COMPANY = record(
            "Lead",
            "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"company\",\"type\":[\"null\",\"string\"],\"default\":null}");
    private static final AvroSchema LEAD_WITH_NUMBER = record("Lead", "{\"name\":\"id\",\"type\":\"long\"}");
    private static final AvroSchema DEAL = record("Deal", "{\"name\":\"id\",\"type\":\"string\"}");

    @TempDir
    Path directory;

    private EmbeddedRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start(directory);
        client = new CachedSchemaRegistryClient(registry.url(), 100);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void registeringTwiceIsTheSameAsOnce() throws Exception {
        int id = client.register("leads-value", LEAD);

        client.reset();
        assertThat(client.register("leads-value", LEAD)).isEqualTo(id);
        assertThat(client.getAllVersions("leads-value")).containsExactly(1);
    }

    @Test
    void oneSchemaHasOneIdInAllSubjects() throws Exception {
        assertThat(client.register("leads-value", LEAD)).isEqualTo(client.register("copies/of leads+more-value", LEAD));
        assertThat(client.getAllSubjects()).containsExactly("copies/of leads+more-value", "leads-value");
    }

    @Test
    void aSchemaIsFoundByIdVersionAndText() throws Exception {
        int first = client.register("leads-value", LEAD);
        int second = client.register("leads-value", LEAD_WITH_COMPANY);
        client.reset();

        assertThat(client.getSchemaById(first)).isEqualTo(LEAD);
        assertThat(client.getSchemaBySubjectAndId("leads-value", second)).isEqualTo(LEAD_WITH_COMPANY);
        assertThat(client.getVersion("leads-value", LEAD_WITH_COMPANY)).isEqualTo(2);
        assertThat(client.getId("leads-value", LEAD)).isEqualTo(first);
        assertThat(client.getSchemaMetadata("leads-value", 1).getId()).isEqualTo(first);
        assertThat(client.getLatestSchemaMetadata("leads-value").getVersion()).isEqualTo(2);
        assertThat(client.getAllVersionsById(first)).hasSize(1);
    }

    @Test
    void anIncompatibleSchemaIsRefused() throws Exception {
        client.register("leads-value", LEAD);

        assertThat(client.testCompatibility("leads-value", LEAD_WITH_COMPANY)).isTrue();
        assertThat(client.testCompatibility("leads-value", LEAD_WITH_NUMBER)).isFalse();
        assertThat(client.testCompatibilityVerbose("leads-value", LEAD_WITH_NUMBER))
                .isNotEmpty();
        assertRefused(409, 409, () -> client.register("leads-value", LEAD_WITH_NUMBER));
    }

    @Test
    void theLevelOfASubjectWinsOverTheGlobalOne() throws Exception {
        client.register("leads-value", LEAD);

        assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD");
        assertRefused(404, 40408, () -> client.getCompatibility("leads-value"));

        client.updateCompatibility(null, "FULL_TRANSITIVE");
        assertRefused(409, 409, () -> client.register("leads-value", LEAD_WITH_NUMBER));

        client.updateCompatibility("leads-value", "NONE");
        assertThat(client.register("leads-value", LEAD_WITH_NUMBER)).isPositive();
    }

    @Test
    void refusalsCarryConfluentsErrorCodes() throws Exception {
        client.register("leads-value", LEAD);

        assertRefused(404, 40401, () -> client.getAllVersions("nobody-value"));
        assertRefused(404, 40401, () -> client.getId("nobody-value", LEAD));
        assertRefused(404, 40402, () -> client.getSchemaMetadata("leads-value", 9));
        assertRefused(404, 40403, () -> client.getSchemaById(99));
        assertRefused(404, 40403, () -> client.getId("leads-value", DEAL));
        assertRefused(422, 42203, () -> client.updateCompatibility("leads-value", "PERHAPS"));
        assertRefused(422, 42202, () -> client.getSchemaMetadata("leads-value", 0));
    }

    @Test
    void aRestartKeepsIdsVersionsAndLevels() throws Exception {
        int lead = client.register("leads-value", LEAD);
        int deal = client.register("deals-value", DEAL);
        int leadWithCompany = client.register("leads-value", LEAD_WITH_COMPANY);
        client.updateCompatibility("deals-value", "FULL_TRANSITIVE");

        restart();

        assertThat(client.getId("leads-value", LEAD)).isEqualTo(lead);
        assertThat(client.getId("leads-value", LEAD_WITH_COMPANY)).isEqualTo(leadWithCompany);
        assertThat(client.getSchemaById(deal)).isEqualTo(DEAL);
        assertThat(client.getVersion("leads-value", LEAD_WITH_COMPANY)).isEqualTo(2);
        assertThat(client.getCompatibility("deals-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.register("more-value", record("More", "{\"name\":\"id\",\"type\":\"string\"}")))
                .isGreaterThan(leadWithCompany);
    }

    @Test
    void aLineThatAKilledProcessLeftUnfinishedIsDropped() throws Exception {
        int lead = client.register("leads-value", LEAD);
        Files.writeString(directory.resolve("schemas.jsonl"), "{\"subject\":\"dea", StandardOpenOption.APPEND);

        restart();

        assertThat(client.register("deals-value", DEAL)).isEqualTo(lead + 1);
        restart();
        assertThat(client.getId("deals-value", DEAL)).isEqualTo(lead + 1);
    }

    private static void assertRefused(int status, int code, ThrowingCallable call) {
        RestClientException refusal = catchThrowableOfType(RestClientException.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.getStatus()).isEqualTo(status);
        assertThat(refusal.getErrorCode()).isEqualTo(code);
    }

    private static AvroSchema record(String name, String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[" + fields + "]}");
    }
}
