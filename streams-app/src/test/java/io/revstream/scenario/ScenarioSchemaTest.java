package io.revstream.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.revstream.document.Problems;
import io.revstream.document.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JSON Schema that editors use. It is made from the event schemas: when these change, run this test with {@code -Dwrite=true}, which
 * writes the file anew.
 */
class ScenarioSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/io/revstream/scenario/scenario.schema.json");

    @Test
    void theSchemaKnowsEveryFieldOfEveryEvent() throws IOException {
        String made = made();
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }
        assertThat(Files.readString(FILE))
                .as("run with -Dwrite=true to write it anew")
                .isEqualTo(made);
    }

    @Test
    void everyScenarioKeepsToTheSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ScenarioSchema.make());
        for (Path file : ScenarioFiles.in(ScenariosTest.SCENARIOS)) {
            Problems problems = new Problems(file.toString());
            assertThat(schema.validate(SourceReader.read(Files.readString(file), "a scenario", problems)
                            .toJson()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private static String made() throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ScenarioSchema.make()) + "\n";
    }
}
