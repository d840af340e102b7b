package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.CannotStart;
import io.revstream.app.Connection;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.IdleWatch;
import io.revstream.app.Instance;
import io.revstream.app.PipelineSettings;
import io.revstream.app.PublishedPolicies;
import io.revstream.app.Summary;
import io.revstream.app.Tally;
import io.revstream.app.TopicAdmin;
import io.revstream.policy.Policy;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream run}: topologies, page and API, until stopped. */
@Command(
        name = "run",
        description = "Run topologies, the page and the API, until stopped.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:could not start, or a topology failed", "2:wrong usage"})
final class RunCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final EmbeddedBroker embedded;
    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--create-topics",
            description = "Create topics that are missing; always done on the broker of this program.")
    private boolean createTopics;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of topics that are created (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--policy",
            paramLabel = "FILE|PRESET",
            description = "A policy to publish before the start unless its version is published already.")
    private String policy;

    @Option(
            names = "--until-idle",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description =
                    "Stop when all input has been decided and nothing new came for as long; prints what lies on the topics.")
    private Duration untilIdle;

    @Option(names = "--json", description = "With --until-idle: the last line is one JSON object.")
    private boolean json;

    RunCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() throws Exception {
        options.check(spec.commandLine());
        try (StopSignal signal = new StopSignal();
                BrokerChoice broker = connection.open(embedded)) {
            PipelineSettings settings = options.pipeline(connection.dataDirectory(), broker.isEmbedded());
            int count = prepare(broker, settings);
            boolean ok;
            try (Instance instance = new Instance(settings, options.http(), broker.connection(), count, clock)) {
                spec.commandLine().getErr().println("revstream: page and API at " + instance.address());
                ok = await(signal, instance, broker.connection(), settings, count);
            }
            if (ok && untilIdle != null) {
                print(Tally.of(broker.connection()));
            }
            return signal.endsWith(ok ? 0 : 1);
        }
    }

    private int prepare(BrokerChoice broker, PipelineSettings settings) throws IOException {
        Connection to = broker.connection();
        int count;
        try (TopicAdmin admin = new TopicAdmin(to)) {
            if (createTopics || broker.isEmbedded()) {
                admin.create(settings.topologies(), partitions);
            }
            count = admin.partitions(settings.topologies());
        }
        PublishedPolicies published = PublishedPolicies.read(to);
        if (policy != null) {
            Policy accepted = PolicySource.read(policy).orThrow();
            published.add(to, accepted, PolicySource.text(policy), clock.instant(), count);
        } else if (published.isEmpty()) {
            throw new CannotStart(
                    "Expected a published policy, but there is none yet: name one with --policy, such as mid-market");
        }
        return count;
    }

    /** True when it ended as it should: asked to stop, or idle. */
    private boolean await(StopSignal signal, Instance instance, Connection to, PipelineSettings settings, int count)
            throws Exception {
        try (IdleWatch idle = new IdleWatch(to, settings.topologies(), count)) {
            while (!signal.await(LOOK_EVERY)) {
                if (!instance.pipeline().failed().isEmpty()) {
                    spec.commandLine()
                            .getErr()
                            .println("revstream: Expected topologies to run, but these have failed: "
                                    + instance.pipeline().failed() + "; the log above says why");
                    return false;
                }
                if (untilIdle != null
                        && instance.pipeline().unready().isEmpty()
                        && idle.idleFor().compareTo(untilIdle) >= 0) {
                    return true;
                }
            }
            return true;
        }
    }

    private void print(Summary summary) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? EventJson.line(summary.toJson()) : summary.toText());
        out.flush();
    }
}
