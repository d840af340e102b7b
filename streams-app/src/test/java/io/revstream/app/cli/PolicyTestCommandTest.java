package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyTestCommandTest {

    private static final String SCENARIO = """
            scenario: A demo request makes an MQL
            policy: mine.yaml
            steps:
              - {at: 2026-03-02 09:00, lead: ada, captured: {name: Ada, email: ada@example.com, company: Example, employees: 200}}
              - {at: 10:00, lead: ada, activity: DEMO_REQUEST, expect: {mql-promotions: {leadId: ada}}}
            """;

    @TempDir
    private Path folder;

    private Path policy;

    @BeforeEach
    void write() throws IOException {
        policy = file("mine.yaml", Presets.text("mid-market"));
        Files.createDirectories(folder.resolve("scenarios"));
    }

    @Test
    void scenariosInTheFolderBesideThePolicyAreRun() throws IOException {
        file("scenarios/demo.yaml", SCENARIO.replace("mine.yaml", "../mine.yaml"));

        Commands run = Commands.run("policy", "test", policy.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("ok      A demo request makes an MQL", "1 scenarios, 1 as expected, 0 not, 0 problems");
    }

    @Test
    void filesBesideThePolicyAreRunIfTheyNameIt() throws IOException {
        file("demo.yaml", SCENARIO);
        file("another.yaml", SCENARIO.replace("mine.yaml", "mid-market"));

        assertThat(Commands.run("policy", "test", policy.toString()).out()).contains("1 scenarios, 1 as expected");
    }

    @Test
    void aPolicyThatNoLongerDoesWhatItsScenariosSayFails() throws IOException {
        file("demo.yaml", SCENARIO);
        Files.writeString(policy, Presets.text("mid-market").replace("kind: DEMO_REQUEST", "kind: CHAT"));

        Commands run = Commands.run("policy", "test", policy.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("differs A demo request makes an MQL", "1 scenarios, 0 as expected, 1 not");
    }

    @Test
    void aFolderTestsAllOfItsPolicies() throws IOException {
        file("demo.yaml", SCENARIO);
        file("other.yaml", Presets.text("mid-market"));
        file("other-demo.yaml", SCENARIO.replace("mine.yaml", "other.yaml"));

        assertThat(Commands.run("policy", "test", folder.toString()).out()).contains("2 scenarios, 2 as expected");
    }

    @Test
    void scenariosOfAnotherPolicyCanBeRunUnderThisOne() throws IOException {
        Path others = file("elsewhere/demo.yaml", SCENARIO.replace("mine.yaml", "mid-market"));
        Files.writeString(policy, Presets.text("mid-market").replace("kind: DEMO_REQUEST", "kind: CHAT"));

        assertThat(Commands.run("policy", "test", "mid-market", "--scenarios", others.toString())
                        .exitCode())
                .isZero();
        assertThat(Commands.run("policy", "test", policy.toString(), "--scenarios", others.toString())
                        .exitCode())
                .isEqualTo(1);
    }

    /** A scenario that publishes a version of its own can meet one's own version of that name. */
    @Test
    void aVersionThatAScenarioUsesTwiceIsADifferenceOfThatScenarioOnly() throws IOException {
        file("elsewhere/demo.yaml", SCENARIO.replace("mine.yaml", "mid-market"));
        file("elsewhere/change.yaml", """
                scenario: A policy changes
                policy: mid-market
                steps:
                  - {at: 2026-03-02 09:00, policy: mid-market, changes: {version: mine-2, summary: Another}}
                  - {at: 10:00, lead: ada, activity: DEMO_REQUEST, nothing: sla-breaches}
                """);
        Files.writeString(policy, Presets.text("mid-market").replace("version: mid-market-1", "version: mine-2"));

        Commands run = Commands.run(
                "policy",
                "test",
                policy.toString(),
                "--scenarios",
                folder.resolve("elsewhere").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "change.yaml:4:5: Expected a new version for a changed policy, but mine-2 is the version of"
                                + " another in this scenario",
                        "ok      A demo request makes an MQL",
                        "2 scenarios, 1 as expected, 1 not, 0 problems");
    }

    @Test
    void aTestWithoutScenariosIsNone() {
        Commands run = Commands.run("policy", "test", policy.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("mine.yaml: error: Expected scenarios of this policy, but none beside it");
    }

    @Test
    void aPolicyWithErrorsIsNotTested() throws IOException {
        file("demo.yaml", SCENARIO);
        Files.writeString(policy, Presets.text("mid-market").replace("threshold: 65", "threshold: high"));

        Commands run = Commands.run("policy", "test", policy.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Expected a whole number, but found \"high\"", "0 scenarios");
    }

    @Test
    void aMachineReadsOneObject() throws IOException {
        file("demo.yaml", SCENARIO);

        JsonNode report = new ObjectMapper()
                .readTree(Commands.run("policy", "test", policy.toString(), "--json")
                        .out());

        assertThat(report.at("/scenarios").asInt()).isEqualTo(1);
        assertThat(report.at("/results/0/asExpected").asBoolean()).isTrue();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
