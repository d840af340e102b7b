package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.FunnelJson;
import io.revstream.app.FunnelReading;
import io.revstream.funnel.FunnelFigures;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream funnel}: how many leads stand where, how long they stay, and where they leave. */
@Command(
        name = "funnel",
        description = "Reckon the funnel from the decisions on the topics.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:reckoned", "1:failed, or a rejected lead is neither recycled, in nurture nor archived"})
final class FunnelCommand implements Callable<Integer> {

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Count visits, promotions and rejections from this instant on, such as 2026-01-01T00:00:00Z.")
    private Instant since;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    FunnelCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        FunnelFigures funnel;
        try (BrokerChoice broker = connection.runningOrStarted(embedded)) {
            Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
            funnel = FunnelReading.of(broker.connection(), since, now);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EventJson.line(FunnelJson.of(funnel)));
        } else {
            out.print(FunnelText.of(funnel));
        }
        out.flush();
        return funnel.rejected().addsUp() ? 0 : 1;
    }
}
