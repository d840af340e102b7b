package io.revstream.app.cli;

import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyExportCommandTest {

    private static final List<String> FILES =
            List.of("1-lifecycle.md", "2-scoring.md", "3-routing.md", "4-pipeline.md", "5-dashboard.md");
    private static final Policy POLICY = Presets.policy("mid-market");

    @TempDir
    private Path folder;

    private Commands run;

    @BeforeEach
    void export() {
        run = Commands.run("policy", "export", "mid-market", "--to", folder.toString());
    }

    @Test
    @Tag("GEN-08")
    void fiveDocumentsAreWrittenAndEachNamesThePolicyVersion() throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        for (String file : FILES) {
            assertThat(read(file)).as(file).contains("version **mid-market-1**", "## Units");
        }
    }

    @Test
    @Tag("GEN-08")
    void theLifecycleTellsEachStageAndWhatLeadsThereAndOut() throws IOException {
        String lifecycle = read("1-lifecycle.md");

        for (String stage : List.of("Subscriber", "Lead", "MQL", "SQL", "Opportunity", "Customer", "Evangelist")) {
            assertThat(lifecycle).contains("| " + stage + " | ");
        }
        assertThat(lifecycle)
                .contains("has (name, email, company)", "| MQL | ", " promoted |")
                .contains("### Clock first-contact", "due 4bh after its start, by calendar office")
                .contains("| FIT-01 | means Company too small")
                .contains("| office | MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY | the owner's, else 09:00-17:00 |");
    }

    @Test
    @Tag("GEN-08")
    void theScoringTellsEveryRuleWithItsPointsAndTheThreshold() throws IOException {
        String scoring = read("2-scoring.md");

        for (ScoringModel model : POLICY.scoring().models()) {
            assertThat(scoring).contains("## Model " + model.name(), "**threshold " + model.threshold() + "**");
            model.fit().forEach(rule -> assertThat(scoring).contains("| " + rule.rule() + " | +" + rule.points()));
            model.engagement()
                    .forEach(rule -> assertThat(scoring).contains("| " + rule.rule() + " | +" + rule.points()));
            model.negative().forEach(rule -> assertThat(scoring).contains("| " + rule.rule() + " | " + rule.points()));
        }
        assertThat(scoring)
                .as("it stands alone: words that rules name are told")
                .contains("## Lists", "| targetCountries | ca, gb, us |", "## Levels of job titles");
    }

    @Test
    @Tag("GEN-08")
    void theRoutingIsATreeWhoseLastBranchIsTheFallback() throws IOException {
        assertThat(read("3-routing.md"))
                .contains("- international -> International team: country is not us")
                .contains("- **default**: fallback, every other lead → Inside sales")
                .contains("| west | Team West | America/Los_Angeles | manager-west |")
                .contains("### Clock queue");
    }

    @Test
    @Tag("GEN-08")
    void thePipelineTellsRequiredFieldsAndTriggers() throws IOException {
        assertThat(read("4-pipeline.md"))
                .contains("Discovery | open | painPoints, currentSolution, timeline")
                .contains("a new deal lacks one of value, closeDate", "the close date was pushed 2 times");
    }

    @Test
    @Tag("GEN-08")
    void theDashboardTellsWhatIsMeasuredFromWhatAndTheBenchmarks() throws IOException {
        String dashboard = read("5-dashboard.md");

        assertThat(dashboard)
                .contains("topic `mql-promotions`, by lead id", "| MQL threshold of model M-MID | 65 |")
                .contains("## Benchmarks", "| Lead to MQL | 5 to 15 % |", "| Opportunity to Customer | 20 to 30 % |");
        String documented = Files.readString(Path.of("../docs/operations/health-and-metrics.md"));
        assertThat(dashboard.lines().filter(line -> line.contains("of `/metrics`")))
                .hasSize(6)
                .allSatisfy(line -> assertThat(documented).contains(line.split("`")[1]));
    }

    @Test
    void aPolicyWithErrorsIsNotExported() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "policy: nothing\n");

        Commands failed = Commands.run(
                "policy",
                "export",
                broken.toString(),
                "--to",
                folder.resolve("out").toString());

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("Expected the key \"version\"");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
