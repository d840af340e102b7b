package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.TopicAdmin;
import io.revstream.app.Topologies;
import io.revstream.stream.Topic;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream topics create}: those that are missing. */
@Command(name = "create", description = "Create the topics that are missing.", mixinStandardHelpOptions = true)
final class TopicsCreateCommand implements Callable<Integer> {

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of every topic (${DEFAULT-VALUE}); cannot be changed later.")
    private int partitions;

    TopicsCreateCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        try (BrokerChoice broker = connection.runningOrStarted(embedded);
                TopicAdmin admin = new TopicAdmin(broker.connection())) {
            List<Topic> created = admin.create(Topologies.ALL, partitions);
            PrintWriter out = spec.commandLine().getOut();
            created.forEach(topic ->
                    out.println("created " + broker.connection().names().of(topic)));
            // Says so where those that were there have another count than those created.
            out.println(
                    created.size() + " created; every topic has " + admin.partitions(Topologies.ALL) + " partitions");
            out.flush();
            return 0;
        }
    }
}
