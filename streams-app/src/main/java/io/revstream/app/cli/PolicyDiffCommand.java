package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.diff.PolicyComparison;
import io.revstream.app.diff.PolicyDiffJson;
import io.revstream.app.diff.PolicyDiffText;
import io.revstream.app.diff.PromotionDiff;
import io.revstream.app.history.History;
import io.revstream.document.Problem.Severity;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyChange;
import io.revstream.policy.PolicyChanges;
import io.revstream.policy.PolicyReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy diff}: what another policy would have decided. */
@Command(
        name = "diff",
        description =
                "Compare two policies: their rules, which leads become an MQL over a history, and where those go.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no promotion or route differs, or no more of them than --fail-above allows",
            "1:a policy has errors, or there is no history to read",
            "2:wrong usage",
            "3:promotions or routes differ"
        })
final class PolicyDiffCommand implements Callable<Integer> {

    private static final int DIFFERENT = 3;

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Policy document or name of a preset.")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Policy document or name of a preset.")
    private String after;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many leads to name at the most (${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--fail-above",
            paramLabel = "PERCENT",
            description =
                    "Fail only if more than so many percent of the promotions are gained, lost, earlier or later, or of the leads rerouted.")
    private BigDecimal failAbove;

    PolicyDiffCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "Expected at least 0 for --limit, but found " + limit);
        }
        Policy former = policy(before);
        Policy later = policy(after);
        if (former == null || later == null) {
            return 1;
        }
        List<PolicyChange> changes = PolicyChanges.between(PolicySource.text(before), PolicySource.text(after));
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.print(PolicyDiffText.rules(former, later, changes));
            out.flush();
        }
        History events = history.read(connection, embedded, spec.commandLine().getErr());
        PromotionDiff diff = PolicyComparison.of(events, former, later);
        if (json) {
            ObjectNode report = PolicyDiffJson.rules(former, later, changes);
            PolicyDiffJson.addPromotions(report, events, diff, limit);
            out.println(EventJson.line(report));
        } else {
            out.print(PolicyDiffText.promotions(events, diff, limit));
        }
        out.flush();
        return exitCode(diff);
    }

    private int exitCode(PromotionDiff diff) {
        boolean different = failAbove == null
                ? !diff.differences().isEmpty() || !diff.routes().rerouted().isEmpty()
                : diff.blastRadius().max(diff.routes().blastRadius()).compareTo(failAbove) > 0;
        return different ? DIFFERENT : 0;
    }

    /** Null when it has errors, which are told. Warnings are lint's business. */
    private Policy policy(String name) {
        PolicyReading reading = PolicySource.read(name);
        PrintWriter err = spec.commandLine().getErr();
        reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(err::println);
        err.flush();
        return reading.policy();
    }
}
