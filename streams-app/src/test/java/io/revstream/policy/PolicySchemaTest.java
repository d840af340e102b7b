package io.revstream.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicySchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode SCHEMA = read();

    @Test
    void the_schema_is_one_of_draft_2020_12() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(SCHEMA)).isEmpty();
    }

    @Test
    void every_property_is_described() {
        Map<String, JsonNode> properties = properties();

        assertThat(properties).hasSizeGreaterThan(90);
        assertThat(properties)
                .allSatisfy((path, property) -> assertThat(
                                property.path("description").asText())
                        .as(path)
                        .endsWith("."));
    }

    @Test
    void every_property_has_an_example_that_it_accepts() {
        assertThat(properties()).allSatisfy((path, property) -> {
            assertThat(property.path("examples").size()).as(path).isPositive();
            ObjectNode alone = ((ObjectNode) property.deepCopy()).set("$defs", SCHEMA.get("$defs"));
            Schema schema = REGISTRY.getSchema(alone);
            property.get("examples")
                    .forEach(example ->
                            assertThat(schema.validate(example)).as(path).isEmpty());
        });
    }

    @Test
    void no_object_takes_keys_that_it_does_not_know() {
        assertThat(SCHEMA.findParents("properties"))
                .filteredOn(schema -> schema.get("properties").isObject() && schema.has("type"))
                .allSatisfy(
                        schema -> assertThat(schema.get("additionalProperties").asBoolean(true))
                                .isFalse());
    }

    /** Properties by their path in the schema. */
    private static Map<String, JsonNode> properties() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        collect("", SCHEMA, found);
        return found;
    }

    private static void collect(String path, JsonNode schema, Map<String, JsonNode> found) {
        schema.properties().forEach(field -> {
            String name = path + "/" + field.getKey();
            if (field.getKey().equals("properties")) {
                field.getValue().properties().forEach(property -> {
                    found.put(name + "/" + property.getKey(), property.getValue());
                    collect(name + "/" + property.getKey(), property.getValue(), found);
                });
            } else if (!field.getKey().equals("examples")) {
                collect(name, field.getValue(), found);
            }
        });
    }

    private static JsonNode read() {
        try (InputStream in = PolicyReader.class.getResourceAsStream("policy.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
