package io.revstream.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class BrokenPoliciesTest {

    @Tag("GEN-07")
    @TestFactory
    Stream<DynamicTest> every_kind_of_problem_is_told_with_its_place() throws IOException {
        try (InputStream in = BrokenPoliciesTest.class.getResourceAsStream("broken.yaml")) {
            JsonNode cases = new YAMLMapper().readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(broken -> dynamicTest(broken.get("broken").asText(), () -> says(broken)));
        }
    }

    private static void says(JsonNode broken) {
        List<String> expected = new ArrayList<>();
        broken.get("says").forEach(line -> expected.add(line.asText()));
        String yaml = SmallPolicy.with(
                broken.get("instead").asText(), broken.get("of").asText());
        assertThat(SmallPolicy.problems(yaml)).isEqualTo(expected);
    }
}
