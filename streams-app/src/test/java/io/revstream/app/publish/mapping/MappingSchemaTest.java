package io.revstream.app.publish.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The published schema and the reader agree on the examples and on the keys. */
class MappingSchemaTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().endsWith("streams-app") ? Path.of("..") : Path.of("");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void everyExampleIsAsTheSchemaSaysAndLoads() throws Exception {
        for (Path example : examples()) {
            assertThat(violations(Files.readString(example)))
                    .as(example.toString())
                    .isEmpty();
            assertThat(Mapping.load(example, null, Instant.EPOCH).events())
                    .as(example.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws Exception {
        String accounts = Files.readString(ROOT.resolve("docs/examples/crm/accounts.yaml"));
        for (String wrong : List.of(
                accounts.replace("mapping: crm-accounts", "maping: crm-accounts"),
                accounts.replace("topic: accounts", "topic: account"),
                accounts.replace("times: 1000000", "tims: 1000000"),
                accounts.replace("keepOthers: true", "keepOthers: perhaps"),
                accounts.replace("column: office_location", "constant: x, column: office_location"))) {
            assertThat(wrong).isNotEqualTo(accounts);
            assertThat(violations(wrong)).as(wrong).isNotEmpty();
            assertThat(refuses(wrong)).as(wrong).isTrue();
        }
    }

    private static boolean refuses(String yaml) {
        try {
            Mapping.read(yaml, "m.yaml", null, Instant.EPOCH);
            return false;
        } catch (MappingException e) {
            return true;
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs/examples"))) {
            List<Path> mappings = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().equals("policy.yaml"))
                    .toList();
            assertThat(mappings).hasSizeGreaterThanOrEqualTo(4);
            return mappings;
        }
    }

    private static List<Error> violations(String yaml) throws IOException {
        try (InputStream in = Mapping.class.getResourceAsStream("/io/revstream/app/publish/mapping.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            JsonNode document = YAML.readTree(yaml);
            return schema.validate(document.toString(), InputFormat.JSON);
        }
    }
}
