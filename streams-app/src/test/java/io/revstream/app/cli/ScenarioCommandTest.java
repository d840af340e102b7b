package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioCommandTest {

    private static final String AS_EXPECTED = """
            scenario: Ada is captured
            policy: mid-market
            steps: [{at: 2026-03-02 09:00, lead: ada, captured: {email: ada@example.com}, expect: {lifecycle: {leadId: ada, stage: Subscriber}}}]
            """;
    private static final String NOT_AS_EXPECTED = AS_EXPECTED.replace("stage: Subscriber", "stage: Lead");

    @TempDir
    private Path folder;

    private Path good;
    private Path bad;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        good = Files.writeString(folder.resolve("good.yaml"), AS_EXPECTED);
        bad = Files.writeString(folder.resolve("bad.yaml"), NOT_AS_EXPECTED);
    }

    @Test
    void aScenarioThatIsAsExpectedExitsWithZero() {
        assertThat(run(good.toString())).isZero();
        assertThat(out.toString()).contains("ok      Ada is captured").contains("1 scenarios, 1 as expected, 0 not");
    }

    @Test
    void aFolderRunsAllOfItsFilesAndOneDifferenceExitsWithOne() {
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("differs Ada is captured")
                .contains("bad.yaml:3:")
                .contains("! stage")
                .contains("2 scenarios, 1 as expected, 1 not");
    }

    @Test
    void aPolicyThatLiesBesideIsNoScenario() throws IOException {
        Files.delete(bad);
        Files.writeString(folder.resolve("policy.yaml"), "policy: mine\nversion: mine-1\n");
        assertThat(run(folder.toString())).isZero();
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertThat(run(folder.resolve("missing.yaml").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Expected a file of scenarios, but there is no such file");
    }

    @Test
    void scriptsGetOneJsonObject() throws IOException {
        assertThat(run("--json", folder.toString())).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("scenarios").asInt()).isEqualTo(2);
        assertThat(report.get("failed").asInt()).isEqualTo(1);
        JsonNode difference = report.get("results").get(0).get("differences").get(0);
        assertThat(difference.get("line").asInt()).isEqualTo(3);
        assertThat(difference.get("rows").get(2))
                .hasToString("{\"field\":\"stage\",\"expected\":\"Lead\",\"happened\":\"Subscriber\",\"same\":false}");
    }

    @Test
    void noFileAtAllIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "run";
        System.arraycopy(files, 0, arguments, 1, files.length);
        PrintWriter writer = new PrintWriter(out);
        return new CommandLine(new ScenarioCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
