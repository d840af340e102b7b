package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten leads in a file: five of six that saw the pricing page bought, and one of four that did not. */
class CalibrateCommandTest {

    private static final String MAPPING = """
            mapping: shop
            source: shop
            key: id
            occurredAt: seen
            events:
              - event: captured
                topic: leads
                fields:
                  captured.attributes.name: id
                  captured.attributes.email: email
                  captured.attributes.company: id
                  captured.attributes.title: {constant: Marketing Manager}
                  captured.attributes.industry: {constant: software}
                  captured.attributes.employees: {constant: '200'}
                  captured.attributes.country: {constant: US}
                  captured.attributes.more.bought: bought
                  captured.attributes.more.verdict: verdict
              - event: pricing
                topic: activities
                when: 'row["pricing"] == "yes"'
                after: 1h
                fields:
                  kind: {constant: PAGE_VIEW}
                  asset: {constant: pricing}
              - event: blog
                topic: activities
                after: 2h
                repeat: {times: {constant: '5'}, most: 5, every: 1min}
                fields:
                  kind: {constant: PAGE_VIEW}
                  asset: {constant: blog}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        StringBuilder rows = new StringBuilder("id,email,seen,pricing,bought,verdict\n");
        for (int i = 0; i < 10; i++) {
            boolean pricing = i < 6;
            boolean bought = pricing ? i < 5 : i == 6;
            rows.append("lead-%d,%d@company-%d.com,2026-09-%02dT10:00:00Z,%s,%s,%s%n"
                    .formatted(i, i, i, i + 1, pricing ? "yes" : "no", bought ? "yes" : "no", bought ? "good" : "bad"));
        }
        Files.writeString(folder.resolve("leads.csv"), rows);
        Files.writeString(folder.resolve("leads.yaml"), MAPPING);
    }

    @Test
    void backtestTellsWhatThePolicyMadeOfEachLead() {
        Commands backtest = run("backtest", "--withhold", "verdict");

        assertThat(backtest.exitCode()).as(backtest.err()).isZero();
        assertThat(backtest.out())
                .contains("10 leads: 6 won, 4 lost, 0 open")
                .contains("microseconds of CPU per event, by the deciders of the stream")
                .contains("recall 0.0 % (0 of 6)")
                .contains("40 to below   50   25.0 % (1 of 4)              lift 0.42x")
                .contains("50 to below   60   83.3 % (5 of 6)              lift 1.39x");
    }

    @Test
    void backtestPrintsOneJsonObject() throws IOException {
        JsonNode report = new ObjectMapper().readTree(run("backtest", "--json").out());

        assertThat(report.at("/policyVersion").asText()).isEqualTo(midMarket().version());
        assertThat(report.at("/run/events").asInt()).isEqualTo(66);
        assertThat(report.at("/backtest/matrices/reached/low-won/leads").asInt())
                .isEqualTo(6);
        assertThat(report.at("/backtest/matrices/reached/low-won/action").asText())
                .isEqualTo("loosen");
        assertThat(report.at("/backtest/bands").size()).isEqualTo(2);
        assertThat(report.at("/backtest/toWin").isNull()).isTrue();
    }

    /** 41.67 for fit and 6.25 for the blog; 9.38 more for the pricing page. */
    @Test
    void calibrateWritesThePolicyWithTheThresholdAndNothingElseChanged() throws IOException {
        Path mine = folder.resolve("mine.yaml");
        Path proposed = folder.resolve("proposed.yaml");
        String before = Presets.text("mid-market").replace("mqlPerMonth: {from: 40, to: 120}", "mqlPerMonth: {}");
        Files.writeString(mine, before);

        Commands calibrate =
                run("calibrate", "--policy", mine.toString(), "--write", proposed.toString(), "--today", "2026-11-01");

        assertThat(calibrate.exitCode()).as(calibrate.err()).isZero();
        assertThat(calibrate.out())
                .contains("M-MID: 65 now, 57 proposed; 83.3 % (5 of 6) of wins and 25.0 % (1 of 4) of losses pass it")
                .contains("Natural breakpoint at 57")
                .contains("WARNING: won leads reach back 9.0d only, less than the policy asks for")
                .contains("quarterly: due on 2027-02-01")
                .contains("Written to " + proposed);
        String written = Files.readString(proposed);
        List<String> changed = new ArrayList<>(written.lines().toList());
        changed.removeAll(before.lines().toList());
        String version = midMarket().version();
        assertThat(changed.stream().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "version: " + version + "-calibrated-2026-11-01",
                        "  lastCalibrated: 2026-11-01",
                        "      threshold: 57");
        assertThat(changed.stream().filter(line -> line.startsWith("#")))
                .contains(
                        "# Calibrated on 2026-11-01 from " + version + ", by the outcomes of 10 closed leads.",
                        "# Threshold of M-MID: 65 before, 57 now.",
                        "#   57 is the largest threshold that keeps 80 % of the won leads above it.")
                .anyMatch(line -> line.matches("# recall, reached +0\\.0 % \\(0 of 6\\) +83\\.3 % \\(5 of 6\\)"));
        Policy read = PolicyReader.read("p", written, LocalDate.of(2026, 11, 1)).orThrow();
        assertThat(read.scoring().models().get(0).threshold()).isEqualTo(57);
    }

    @Test
    void calibratePrintsBeforeAndAfterAsJson() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(run("calibrate", "--json", "--today", "2026-11-01", "--new-version", "next")
                        .out());

        assertThat(report.at("/proposedVersion").asText()).isEqualTo("next");
        assertThat(report.at("/before/matrices/reached/recall/hits").asInt()).isZero();
        assertThat(report.at("/models/0/keeping").asInt()).isEqualTo(57);
        assertThat(report.at("/signs").size()).isEqualTo(5);
        assertThat(report.at("/rules").findValuesAsText("name")).contains("pricing-page");
    }

    @Test
    void aPolicyThatAsksForTheOutcomeIsRefused() throws IOException {
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(
                mine,
                Presets.text("mid-market")
                        .replaceFirst(
                                "      fit:\n",
                                "      fit:\n        - {rule: oracle, attribute: verdict, in: [good], points: 50}\n"));

        Commands backtest = run("backtest", "--policy", mine.toString(), "--withhold", "verdict");

        assertThat(backtest.exitCode()).isEqualTo(1);
        assertThat(backtest.err())
                .contains(
                        "Expected what is known before the outcome, but the policy asks for \"verdict\", which is withheld");
    }

    @Test
    void optionsThatCannotBeMeantAreTold() {
        assertThat(run("backtest", "--hold-out", "100%").err())
                .contains("Expected 0% to 99% for --hold-out, but found 100%");
        Commands noValue = Commands.run(
                "backtest",
                "--history",
                folder.resolve("leads.csv").toString(),
                "--map",
                folder.resolve("leads.yaml").toString(),
                "--outcome-attribute",
                "bought");
        assertThat(noValue.exitCode()).isEqualTo(1);
        assertThat(noValue.err()).contains("Expected --outcome-attribute NAME=VALUE");
    }

    private static Policy midMarket() {
        return Presets.policy("mid-market");
    }

    private Commands run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--history",
                folder.resolve("leads.csv").toString(),
                "--map",
                folder.resolve("leads.yaml").toString(),
                "--outcome-attribute",
                "bought=yes"));
        all.addAll(Arrays.asList(options));
        return Commands.run(all.toArray(String[]::new));
    }
}
