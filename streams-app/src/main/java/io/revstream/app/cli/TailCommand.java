package io.revstream.app.cli;

import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.EventLine;
import io.revstream.app.TopicFeed;
import io.revstream.stream.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream tail}: what comes onto topics. */
@Command(
        name = "tail",
        description = "Print the committed events of topics as they come.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(250);

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Parameters(paramLabel = "TOPIC", arity = "1..*", description = "Names as in: revstream topics list --catalogue.")
    private List<String> topics;

    @Option(names = "--from-beginning", description = "Begin with the first event that is kept instead of the next.")
    private boolean fromBeginning;

    @Option(names = "--key", description = "Only events of this key.")
    private String key;

    @Option(names = "--limit", paramLabel = "N", description = "End after as many events.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "A JSON object in each line.")
    private boolean json;

    TailCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Topic> wanted = topics.stream()
                .map(name -> TopicOption.named(name, spec.commandLine()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        long left = limit;
        try (StopSignal signal = new StopSignal();
                TopicFeed feed = new TopicFeed(connection.connection(embedded), wanted, fromBeginning)) {
            // A reader such as head that has gone away shows as an error of the output.
            while (left > 0 && !out.checkError() && !signal.await(Duration.ZERO)) {
                for (TopicFeed.Item item : feed.next(POLL)) {
                    if (left > 0 && (key == null || key.equals(item.key()))) {
                        out.println(json ? EventJson.line(EventLine.json(item)) : EventLine.of(item));
                        left--;
                    }
                }
            }
            return signal.endsWith(0);
        }
    }
}
