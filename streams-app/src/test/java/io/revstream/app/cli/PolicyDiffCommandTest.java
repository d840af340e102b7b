package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyDiffCommandTest {

    @TempDir
    private Path folder;

    private Path history;
    private Path mapping;
    private Path lenient;

    @BeforeEach
    void write() throws IOException {
        history = file("leads.csv", """
                id,at,did
                ann,2026-10-05T13:00:00Z,TRIAL_SIGN_UP
                bob,2026-10-06T13:00:00Z,DEMO_REQUEST
                """);
        mapping = file("leads.yaml", """
                mapping: leads
                key: id
                occurredAt: at
                events:
                  - event: captured
                    topic: leads
                    fields:
                      captured.how: {constant: FORM}
                      captured.attributes.name: id
                      captured.attributes.email: {expression: 'row["id"] + "@" + row["id"] + "-inc.com"'}
                      captured.attributes.company: id
                      captured.attributes.title: {constant: Marketing Manager}
                      captured.attributes.industry: {constant: software}
                      captured.attributes.employees: {constant: '200'}
                      captured.attributes.country: {constant: US}
                  - event: did
                    topic: activities
                    after: 1h
                    fields: {kind: did}
                """);
        lenient = file("lenient.yaml", Presets.text("mid-market").replace("threshold: 65", "threshold: 57"));
    }

    @Test
    void differencesHaveAnExitCodeOfTheirOwn() {
        Commands run = diff("mid-market", lenient.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("Rules: 1 changes", "model M-MID > threshold: 65 -> 57")
                .contains("gained 1, lost 0", "gained     ann, pass 1");
    }

    @Test
    void aPolicyDoesNotDifferFromItself() {
        Commands run = diff("mid-market", "mid-market");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Rules: nothing changed", "blast radius 0.00 %");
    }

    @Test
    void aCheckMayAllowSomeDifferences() {
        assertThat(diff("mid-market", lenient.toString(), "--fail-above", "50").exitCode())
                .as("one of two")
                .isZero();
        assertThat(diff("mid-market", lenient.toString(), "--fail-above", "49.9")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aMachineReadsOneObject() throws IOException {
        Commands run = diff("mid-market", lenient.toString(), "--json");

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(report.at("/rules/0/path/2").asText()).isEqualTo("model M-MID");
        assertThat(report.at("/history/events").asInt()).isEqualTo(4);
        assertThat(report.at("/promotions/leads/0/leadId").asText()).isEqualTo("ann");
    }

    @Test
    void aPolicyWithErrorsIsNotCompared() throws IOException {
        Path broken = file("broken.yaml", Presets.text("mid-market").replace("threshold: 65", "threshold: high"));

        Commands run = diff("mid-market", broken.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("broken.yaml:", "Expected a whole number, but found \"high\"");
    }

    @Test
    void aHistoryIsNeeded() {
        assertThat(Commands.run("policy", "diff", "mid-market", "mid-market").exitCode())
                .isEqualTo(2);
        Commands unmapped = Commands.run("policy", "diff", "mid-market", "mid-market", "--history", history.toString());
        assertThat(unmapped.exitCode()).isEqualTo(1);
        assertThat(unmapped.err()).contains("Expected --map with --history " + history + ", but found none");
    }

    @Test
    void rowsThatAreLeftOutAreTold() throws IOException {
        Files.writeString(history, Files.readString(history) + "carl,yesterday,DEMO_REQUEST\n");

        Commands run = diff("mid-market", "mid-market");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("left out ", "leads.csv:4: ", "yesterday");
        assertThat(run.out()).contains("1 rows or records could not be read and are left out");
    }

    private Commands diff(String... arguments) {
        List<String> all = new ArrayList<>(List.of("policy", "diff"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--history", history.toString(), "--map", mapping.toString()));
        return Commands.run(all.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
