package io.revstream.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The reference is as the schema says. After a change of the schema, run with {@code -Dgolden.write=true}: it writes the page anew. */
class PolicyReferenceTest {

    private static final Path PAGE = Path.of("../docs/policy/reference.md");

    @Test
    void theReferenceIsUpToDate() throws IOException {
        String expected = PolicyReference.of(schema());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(Files.readString(PAGE)).isEqualTo(expected);
        }
    }

    @Test
    void everyKeyOfTheSchemaIsInIt() throws IOException {
        JsonNode schema = schema();
        String reference = PolicyReference.of(schema);

        for (JsonNode holder : schema.findParents("description")) {
            JsonNode properties = holder.path("properties");
            properties
                    .fieldNames()
                    .forEachRemaining(key -> assertThat(reference)
                            .as(key)
                            .containsPattern("[`.]" + key + "`.*"
                                    + Pattern.quote(properties
                                            .get(key)
                                            .path("description")
                                            .asText()
                                            .replace("|", "\\|"))));
        }
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = PolicyReader.class.getResourceAsStream("policy.schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
