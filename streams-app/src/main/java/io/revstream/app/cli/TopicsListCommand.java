package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.TopicAdmin;
import io.revstream.app.Topologies;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream topics list}: what topics there are, and which are on the broker. */
@Command(name = "list", description = "Print the catalogue of topics.", mixinStandardHelpOptions = true)
final class TopicsListCommand implements Callable<Integer> {

    private static final String ROW = "%-20s %-9s %-10s %-24s %s%n";

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--catalogue", description = "Only what is said of them: ask no broker.")
    private boolean catalogue;

    TopicsListCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        Map<String, Integer> partitions = catalogue ? Map.of() : partitions();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "TOPIC", "ROLE", catalogue ? "KEPT" : "PARTITIONS", "KEY", "TELLS");
        for (Topic topic : Catalogue.of(Topologies.ALL.toArray(String[]::new))) {
            Integer count = partitions.get(topic.name());
            out.printf(
                    ROW,
                    topic.name(),
                    topic.role().name().toLowerCase(Locale.ROOT),
                    catalogue ? kept(topic) : count == null ? "missing" : count,
                    topic.keyedBy(),
                    topic.tells());
        }
        out.flush();
        return 0;
    }

    private Map<String, Integer> partitions() {
        try (BrokerChoice broker = connection.runningOrStarted(embedded);
                TopicAdmin admin = new TopicAdmin(broker.connection())) {
            return admin.existing(Topologies.ALL).stream()
                    .collect(Collectors.toMap(found -> found.topic().name(), TopicAdmin.Found::partitions));
        }
    }

    private static String kept(Topic topic) {
        if (topic.compacted()) {
            return "latest";
        }
        return topic.retention() == null ? "all" : topic.retention().toDays() + " days";
    }
}
