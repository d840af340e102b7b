package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.CannotStart;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.backtest.BacktestJson;
import io.revstream.app.backtest.BacktestRun;
import io.revstream.app.backtest.BacktestText;
import io.revstream.app.backtest.CalibrationText;
import io.revstream.app.backtest.ProposedPolicy;
import io.revstream.app.history.History;
import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.HoldOut;
import io.revstream.calibration.Period;
import io.revstream.calibration.Thresholds;
import io.revstream.policy.Policy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream calibrate}: what past outcomes ask of a policy. */
@Command(
        name = "calibrate",
        description =
                "Propose thresholds from past outcomes, warn of the signs that a policy misjudges, and tell which rules separate wins from losses.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:calibrated; there may be warnings",
            "1:the policy or the history cannot be read, or the proposed policy does not pass lint",
            "2:wrong usage"
        })
final class CalibrateCommand implements Callable<Integer> {

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutcomeOptions options;

    @Mixin
    private HistoryOptions sources;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the policy with the proposed figures: the same document, comments and all.")
    private Path write;

    @Option(
            names = "--new-version",
            paramLabel = "VERSION",
            description = "Version of the proposed policy; the present one with the day when left out.")
    private String version;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "Day of the calibration, such as 2026-10-01 (this day).")
    private LocalDate today;

    /** One policy's run, judged. */
    private record Judged(BacktestRun run, Backtest backtest, Period period) {}

    CalibrateCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        LocalDate day = today == null ? LocalDate.now(ZoneOffset.UTC) : today;
        Policy policy = options.policy();
        HoldOut holdOut = options.holdOut();
        History history = sources.read(connection, embedded, spec.commandLine().getErr());
        Judged before = judged(history, policy, holdOut);
        Calibration calibration = Calibration.of(
                before.run().cases(), policy, holdOut, before.run().until(), day);
        ProposedPolicy proposed = proposed(calibration, day);
        Judged after = judged(history, proposed.reading().orThrow(), holdOut);
        if (write != null) {
            write(proposed, header(policy, calibration, before, after, day));
        }
        print(policy, calibration, proposed, before, after);
        return 0;
    }

    private Judged judged(History history, Policy policy, HoldOut holdOut) {
        BacktestRun run = BacktestRun.of(history, policy, options.outcomes());
        Period period = Calibration.period(run.cases(), policy, run.until());
        return new Judged(
                run,
                Backtest.of(holdOut.judged(run.cases()), Thresholds.of(policy), policy.calibration(), period),
                period);
    }

    private ProposedPolicy proposed(Calibration calibration, LocalDate day) {
        String file = write == null ? "proposed policy" : write.toString();
        ProposedPolicy proposed = ProposedPolicy.of(file, options.yaml(), calibration, version, day);
        if (proposed.reading().policy() == null) {
            throw new CannotStart("Expected the proposed policy to pass lint, but it does not:\n"
                    + proposed.reading().errors().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return proposed;
    }

    /** CAL-11: what changed, why, and what came of it. */
    private List<String> header(Policy policy, Calibration calibration, Judged before, Judged after, LocalDate day) {
        List<String> header = new ArrayList<>();
        header.add("Calibrated on %s from %s, by the outcomes of %,d closed leads."
                .formatted(day, policy.version(), calibration.searched()));
        calibration.models().forEach(model -> {
            header.add("Threshold of " + model.model() + ": "
                    + (model.isChange()
                            ? model.now() + " before, " + model.proposed() + " now."
                            : model.now() + " as before."));
            model.because().forEach(because -> header.add("  " + because + "."));
        });
        if (options.holdOut().percent() > 0) {
            header.add("Judged on the %d %% of leads that were held out of the search."
                    .formatted(options.holdOut().percent()));
        }
        header.addAll(CalibrationText.beforeAndAfter(before.backtest(), after.backtest()));
        return header;
    }

    private void write(ProposedPolicy proposed, List<String> header) {
        try {
            Files.writeString(write, proposed.under(header));
        } catch (IOException e) {
            throw new CannotStart("Expected to write " + write + ", but " + e, e);
        }
    }

    private void print(Policy policy, Calibration calibration, ProposedPolicy proposed, Judged before, Judged after) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            ObjectNode report = BacktestJson.report(
                    policy.version(), before.run().run(), options.holdOut().percent());
            report.put("proposedVersion", proposed.version());
            BacktestJson.put(report, calibration);
            BacktestJson.put(report, "before", before.backtest(), before.period());
            BacktestJson.put(report, "after", after.backtest(), after.period());
            out.println(report);
        } else {
            out.print(BacktestText.run(policy.version(), before.run().run()));
            out.print(BacktestText.of(before.backtest(), before.period()));
            out.print(CalibrationText.of(calibration));
            out.println();
            out.println("Before and after, version " + proposed.version());
            CalibrationText.beforeAndAfter(before.backtest(), after.backtest())
                    .forEach(line -> out.println("  " + line.stripTrailing()));
            if (write != null) {
                out.println();
                out.println("Written to " + write);
            }
        }
        out.flush();
        proposed.reading().problems().forEach(err::println);
        err.flush();
    }
}
