package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_sound_policy_passes() throws IOException {
        Path file = file("good.yaml", Presets.text("mid-market"));

        assertThat(run("lint", file.toString(), "mid-market")).isZero();
        assertThat(out.toString()).contains("2 policies, 0 errors, ");
    }

    @Test
    void errors_are_printed_with_their_places_and_fail() throws IOException {
        Path file = file("bad.yaml", Presets.text("mid-market").replace("promoted: MQL", "promoted: MLQ"));

        assertThat(run("lint", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("bad\\.yaml:\\d+:13: error: .*did you mean \"MQL\"")
                .contains("1 errors");
    }

    @Test
    void warnings_are_printed_and_pass() throws IOException {
        Path file = file("lax.yaml", Presets.text("mid-market").replace("threshold: 65", "threshold: 90"));

        assertThat(run("lint", file.toString())).isZero();
        assertThat(out.toString()).contains("warning: Expected a threshold from 50 to 80");
    }

    @Test
    void a_machine_reads_one_object() throws IOException {
        Path file = file("bad.yaml", Presets.text("mid-market").replace("threshold: 65", "threshold: high"));

        assertThat(run("lint", "--json", file.toString())).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("errors").asInt()).isEqualTo(1);
        JsonNode error = report.findParents("severity").stream()
                .filter(problem -> problem.get("severity").asText().equals("error"))
                .findFirst()
                .orElseThrow();
        assertThat(error.get("file").asText()).isEqualTo(file.toString());
        assertThat(error.get("column").asInt()).isEqualTo(18);
        assertThat(error.get("message").asText()).isEqualTo("Expected a whole number, but found \"high\"");
    }

    @Test
    void a_file_that_is_not_there_fails() {
        assertThat(run("lint", folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("none.yaml: error: Expected a policy file or a preset")
                .contains("there is no such file");
        assertThat(run("show", "--yaml", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("none: Expected a policy file or a preset");
    }

    @Test
    void a_preset_is_shown_in_words_or_as_it_is_written() {
        assertThat(run("show", "mid-market")).isZero();
        assertThat(out.toString()).startsWith("Policy mid-market").contains("Scoring model M-MID");
        out.getBuffer().setLength(0);
        assertThat(run("show", "--yaml")).isZero();
        assertThat(out.toString()).isEqualTo(Presets.text("mid-market"));
    }

    @Test
    void a_policy_with_errors_is_not_shown() throws IOException {
        Path file = file("bad.yaml", "policy: nothing\n");

        assertThat(run("show", file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Expected the key \"version\"");
    }

    @Test
    void wrong_usage_has_an_exit_code_of_its_own() {
        assertThat(run("lint")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    private int run(String... arguments) {
        return new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}
