package io.revstream.standalone.demo;

import io.revstream.app.EventJson;
import io.revstream.app.Summary;
import io.revstream.app.cli.DurationOption;
import io.revstream.app.cli.StopSignal;
import io.revstream.document.Problems;
import io.revstream.policy.Presets;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code revstream demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole pipeline at work on a made-up company.",
            "The last two business days are played in about half a minute; then it goes on live."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final ZoneId HEAD_OFFICE = ZoneId.of("America/New_York");

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description =
                    "End by itself after as long, such as 60s or 5min, counted from when all is ready; without it, Ctrl-C ends it.")
    private Duration howLong;

    @Option(
            names = "--json",
            description = "Print the counts at the end as one JSON object, and all else to standard error.")
    private boolean json;

    @Option(
            names = "--policy",
            paramLabel = "PRESET",
            completionCandidates = PresetNames.class,
            description = {
                "One of the presets that are shipped: ${COMPLETION-CANDIDATES}; mid-market when left out.",
                "A data directory goes on with the one that it began with."
            })
    private String policy;

    @Spec
    private CommandSpec spec;

    /** Names of the presets. */
    static final class PresetNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Presets.names().iterator();
        }
    }

    @Option(names = "--seed", description = "Of all chance: the same seed tells the same story.")
    private Long seed;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Keep the data there, and go on with it the next time; without it, all is deleted at the end.")
    private Path dataDirectory;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the page on this machine (${DEFAULT-VALUE}, or the next that is free).")
    private int port;

    @Override
    public Integer call() throws Exception {
        if (policy != null && !Presets.names().contains(policy)) {
            throw new ParameterException(
                    spec.commandLine(), Problems.unknown("a preset for --policy", policy, Presets.names()));
        }
        PrintStream words = json ? System.err : System.out;
        boolean picture = Terminal.isThere() && !json;
        words.println("revstream demo: starting a broker, a schema registry and four topologies ...");
        try (StopSignal signal = new StopSignal();
                DemoDirectory directory = DemoDirectory.of(dataDirectory)) {
            DemoLog.quieten(picture ? directory.path() : null);
            int free = FreePort.from(port);
            if (free != port) {
                words.println("Port " + port + " is taken; the page is on port " + free + ".");
            }
            Summary summary = new DemoRun(directory.path(), policy, seed, free, signal)
                    .run(howLong, page -> screen(words, picture, page, directory));
            if (json) {
                System.out.println(EventJson.line(summary.toJson()));
            } else {
                words.println("At the end: " + summary.toText() + ".");
            }
            return signal.endsWith(0);
        }
    }

    private Screen screen(PrintStream words, boolean picture, URI page, DemoDirectory directory) {
        Wording wording = new Wording(HEAD_OFFICE);
        words.println("The page: " + page);
        words.println("In another terminal: ./revstream tail mql-promotions --data-dir " + directory.path());
        return picture
                ? new LiveScreen(words, wording, Terminal.width(), page + "   Ctrl-C stops")
                : new PlainScreen(words, wording);
    }
}
