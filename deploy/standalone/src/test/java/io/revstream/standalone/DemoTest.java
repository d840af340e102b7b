package io.revstream.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DemoTest {

    @TempDir
    Path directory;

    @Test
    void the_demo_promotes_assigns_and_breaches_and_tells_the_counts_in_its_last_line() throws Exception {
        try (Program demo = Program.start(directory, "demo", "demo", "--for", "45s", "--json", "--http-port", "0")) {
            assertThat(demo.exitCode()).as(demo.errors()).isZero();
            assertThat(demo.output())
                    .as("all but the counts goes to standard error")
                    .hasSize(1);
            JsonNode counts = new ObjectMapper().readTree(demo.output().get(0));
            for (String name : new String[] {"leads", "activities", "promotions", "assignments", "breaches"}) {
                assertThat(counts.path(name).asLong())
                        .as(name + " in " + counts)
                        .isPositive();
            }
            assertThat(counts.has("deadLetters")).isTrue();
        }
    }
}
