package io.revstream.app.backtest;

import io.revstream.app.history.History;
import io.revstream.app.history.HistoryFile;
import io.revstream.app.history.HistoryFiles;
import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.HoldOut;
import io.revstream.calibration.Judge;
import io.revstream.calibration.ModelProposal;
import io.revstream.calibration.Thresholds;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The leads with a real outcome, where their file stands beside the repository; docs/calibration.md has the same figures. */
class CalibrateDataSetTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().endsWith("streams-app") ? Path.of("..") : Path.of("");
    private static final Path LEADS = ROOT.resolve("../shared/data/x-education-leads.csv");
    private static final Path EXAMPLE = ROOT.resolve("docs/examples/x-education");
    private static final Instant NOW = Instant.parse("2026-10-21T12:00:00Z");
    private static final OutcomeSource CONVERTED = new OutcomeSource("converted", "1", List.of("tags", "leadQuality"));

    @Test
    void aThresholdFoundInSomeLeadsKeepsItsPromiseOnTheOthers() throws Exception {
        assumeTrue(Files.isRegularFile(LEADS), "The data set does not stand beside the repository: " + LEADS);
        Policy policy = PolicyReader.read("policy", Files.readString(EXAMPLE.resolve("policy.yaml")))
                .orThrow();
        History history = HistoryFiles.read(
                List.of(new HistoryFile(LEADS.toString(), EXAMPLE.resolve("leads.yaml"), null)),
                NOW,
                InputStream.nullInputStream());
        HoldOut third = new HoldOut(30);

        BacktestRun run = BacktestRun.of(history, policy, CONVERTED);
        Calibration calibration = Calibration.of(run.cases(), policy, third, run.until(), LocalDate.of(2026, 11, 22));
        ModelProposal model = calibration.models().get(0);
        Thresholds proposed = calibration.proposed();
        Backtest unseen = Backtest.of(third.judged(run.cases()), proposed, policy.calibration(), calibration.period());

        assertThat(run.cases()).hasSize(9240);
        assertThat(calibration.period().longEnough()).isFalse();
        assertThat(model.wins().rate()).as("wins kept where it was found").isGreaterThanOrEqualTo(0.80);
        assertThat(unseen.matrix(Judge.REACHED).recall().rate())
                .as("wins kept on leads that it never saw")
                .isBetween(0.76, 0.84);
        assertThat(unseen.matrix(Judge.REACHED).precision().rate()).isGreaterThan(0.5);
        assertThat(calibration.ruleLifts().get(0).name()).isEqualTo("recommended");
    }
}
