package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.backtest.BacktestJson;
import io.revstream.app.backtest.BacktestRun;
import io.revstream.app.backtest.BacktestText;
import io.revstream.app.history.History;
import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.HoldOut;
import io.revstream.calibration.Period;
import io.revstream.calibration.Thresholds;
import io.revstream.policy.Policy;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream backtest}: how a policy would have judged past leads. */
@Command(
        name = "backtest",
        description =
                "Run a history through a policy and compare what it made of each lead, strictly before the outcome, with the outcome.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:judged", "1:the policy or the history cannot be read", "2:wrong usage"})
final class BacktestCommand implements Callable<Integer> {

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

    BacktestCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        Policy policy = options.policy();
        HoldOut holdOut = options.holdOut();
        History history = sources.read(connection, embedded, spec.commandLine().getErr());
        BacktestRun run = BacktestRun.of(history, policy, options.outcomes());
        Period period = Calibration.period(run.cases(), policy, run.until());
        Backtest backtest =
                Backtest.of(holdOut.judged(run.cases()), Thresholds.of(policy), policy.calibration(), period);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode report = BacktestJson.report(policy.version(), run.run(), holdOut.percent());
            BacktestJson.put(report, "backtest", backtest, period);
            out.println(report);
        } else {
            out.print(BacktestText.run(policy.version(), run.run()));
            out.print(BacktestText.of(backtest, period));
        }
        out.flush();
        return 0;
    }
}
