package io.revstream.app.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.app.BrokerChoice;
import io.revstream.app.CannotStart;
import io.revstream.app.Connection;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.TopicAdmin;
import io.revstream.app.Topologies;
import io.revstream.stream.ReplayCheck;
import io.revstream.stream.Shell;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream replay}: holds what was decided against a replay of the log. */
@Command(
        name = "replay",
        description =
                "Decide all over again along the journal, and compare with what was decided. revstream must be stopped.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every decision and state agrees, byte for byte", "1:there are differences", "2:wrong usage"})
final class ReplayCommand implements Callable<Integer> {

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Parameters(paramLabel = "TOPOLOGY", arity = "0..*", description = "Topologies to replay; all when none is named.")
    private List<String> topologies = Topologies.ALL;

    @Option(
            names = "--future-tolerance",
            defaultValue = "5min",
            converter = DurationOption.class,
            description = "As the topologies ran with (${DEFAULT-VALUE}).")
    private Duration futureTolerance;

    ReplayCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        TopicOption.checkTopologies(topologies, spec.commandLine());
        boolean agrees = true;
        try (BrokerChoice broker = connection.runningOrStarted(embedded)) {
            if (!broker.isEmbedded()) {
                // On a broker that was started for this command nobody else can be running.
                checkStopped(broker.connection());
            }
            ReplayCheck check = check(broker.connection());
            for (String topology : topologies) {
                ReplayCheck.Report report = check.check(Topologies.hosted(topology));
                print(report);
                agrees = agrees && report.differences().isEmpty();
            }
        }
        return agrees ? 0 : 1;
    }

    private static void checkStopped(Connection to) {
        try (TopicAdmin admin = new TopicAdmin(to)) {
            List<String> running = admin.running(Topologies.ALL);
            if (!running.isEmpty()) {
                throw new CannotStart("Expected the topologies to be stopped, but these are running: " + running
                        + " (one that has stopped just now may count for another minute)");
            }
        }
    }

    private ReplayCheck check(Connection to) {
        int partitions;
        try (TopicAdmin admin = new TopicAdmin(to)) {
            partitions = admin.partitions(Topologies.ALL);
        }
        Duration noTicks = Duration.ofDays(1);
        return new ReplayCheck(
                to.client(),
                new Shell(
                        to.names(),
                        partitions,
                        to.registry(),
                        Clock.systemUTC(),
                        noTicks,
                        futureTolerance,
                        new SimpleMeterRegistry()));
    }

    private void print(ReplayCheck.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d records replayed, %d decisions and %d states compared, %s%n",
                report.topology(),
                report.records(),
                report.decisions(),
                report.aggregates(),
                report.differences().isEmpty() ? "all agree" : "there are differences:");
        report.differences().forEach(difference -> out.println("  " + difference));
        out.flush();
    }
}
