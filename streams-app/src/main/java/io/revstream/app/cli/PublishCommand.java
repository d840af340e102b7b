package io.revstream.app.cli;

import io.revstream.app.publish.CannotStartException;
import io.revstream.app.publish.EventSink;
import io.revstream.app.publish.NotPublishedException;
import io.revstream.app.publish.Progress;
import io.revstream.app.publish.PublishReport;
import io.revstream.app.publish.Publisher;
import io.revstream.app.publish.RejectsFile;
import io.revstream.app.publish.ReportText;
import io.revstream.app.publish.RowFiles;
import io.revstream.app.publish.Throttle;
import io.revstream.app.publish.mapping.Mapping;
import io.revstream.app.publish.mapping.MappingException;
import io.revstream.app.publish.mapping.Publication;
import io.revstream.app.publish.mapping.PublishTopics;
import io.revstream.app.publish.mapping.RowMapper;
import io.revstream.app.publish.rows.RowFormat;
import io.revstream.stream.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream publish}. */
@Command(
        name = "publish",
        description = "Publishes the rows of CSV or JSON-lines files as events, through a mapping file.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all rows were published",
            "1:nothing could start, or publishing was stopped",
            "2:some rows were rejected, the others published"
        })
public final class PublishCommand implements Callable<Integer> {

    private final EventSink.Factory sinks;
    private final InputStream standardInput;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to publish; - is standard input")
    private List<String> files;

    @Option(names = "--map", required = true, paramLabel = "FILE", description = "mapping file (YAML)")
    private Path map;

    @Option(names = "--topic", description = "topic of those events of the mapping that name none")
    private String topic;

    @Option(names = "--format", description = "csv or jsonl; otherwise the file names tell")
    private RowFormat format;

    @Option(
            names = "--backfill",
            description = "marks the events as imported history: nobody is routed, timed or woken by them")
    private boolean backfill;

    @Option(names = "--dry-run", description = "validates all rows and sends nothing; needs no broker")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "keeps all rejected rows, as CSV (.csv) or JSON lines")
    private Path rejects;

    @Option(names = "--rate", paramLabel = "N", description = "most events per second")
    private Double rate;

    @Option(names = "--limit", paramLabel = "N", description = "most rows to read")
    private Long limit;

    @Option(names = "--json", description = "prints one JSON object as the only line of standard output")
    private boolean json;

    /** @param sinks opens the real sink; not asked on a dry run */
    public PublishCommand(EventSink.Factory sinks) {
        this(sinks, System.in);
    }

    PublishCommand(EventSink.Factory sinks, InputStream standardInput) {
        this.sinks = sinks;
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        try {
            return publish();
        } catch (MappingException e) {
            return cannotStart(e.problems());
        } catch (CannotStartException e) {
            return cannotStart(e.problems());
        } catch (NotPublishedException e) {
            return cannotStart(List.of(e.getMessage()));
        } catch (IOException e) {
            return cannotStart(List.of("Expected to read and write files, but " + e));
        }
    }

    private int publish() throws MappingException, CannotStartException, NotPublishedException, IOException {
        checkOptions();
        Mapping mapping = mapping();
        try (RowFiles rows = RowFiles.open(files, format, mapping, standardInput);
                RejectsFile rejected = rejects == null ? null : RejectsFile.create(rejects);
                EventSink sink = dryRun ? new NoSink() : sinks.open()) {
            Progress progress = new Progress(
                    Terminal.hasErrors() ? spec.commandLine().getErr() : null, rows::bytesRead, rows.bytes());
            Publisher publisher = new Publisher(
                    new RowMapper(mapping, backfill),
                    sink,
                    Throttle.perSecond(rate == null || dryRun ? Double.POSITIVE_INFINITY : rate),
                    rejection -> {
                        if (rejected != null) {
                            rejected.add(rejection);
                        }
                    },
                    progress);
            PublishReport report = publisher.publish(rows.sources(), limit == null ? Long.MAX_VALUE : limit);
            progress.end();
            print(report);
            return report.exitCode();
        }
    }

    private void checkOptions() throws CannotStartException, IOException {
        if (rate != null && !(rate > 0)) {
            throw new CannotStartException("Expected more than 0 for --rate, but found " + rate);
        }
        if (limit != null && limit < 1) {
            throw new CannotStartException("Expected at least 1 for --limit, but found " + limit);
        }
        for (String file : files) {
            // It would be emptied before it is read.
            if (rejects != null
                    && Files.exists(rejects)
                    && !file.equals(RowFiles.STANDARD_INPUT)
                    && Files.exists(Path.of(file))
                    && Files.isSameFile(rejects, Path.of(file))) {
                throw new CannotStartException(
                        "Expected another file for --rejects, but " + rejects + " is to be published");
            }
        }
    }

    private Mapping mapping() throws MappingException, CannotStartException, IOException {
        if (!Files.isRegularFile(map)) {
            throw new CannotStartException(map + ": Expected a mapping file, but there is none");
        }
        Topic stated = topic == null ? null : PublishTopics.named(topic);
        if (topic != null && stated == null) {
            throw new CannotStartException(PublishTopics.unknown(topic));
        }
        Mapping mapping = Mapping.load(map, stated, Instant.now());
        if (stated != null && !mapping.topics().contains(topic)) {
            throw new CannotStartException("%s: Expected events for --topic %s, but the mapping publishes to %s"
                    .formatted(map, topic, String.join(", ", mapping.topics())));
        }
        return mapping;
    }

    private void print(PublishReport report) {
        PrintWriter out = spec.commandLine().getOut();
        String lines = ReportText.lines(report, dryRun, rejects == null ? null : rejects.toString());
        (json ? spec.commandLine().getErr() : out).print(lines);
        spec.commandLine().getErr().flush();
        if (json) {
            out.println(ReportText.json(report, dryRun));
        }
        out.flush();
    }

    private int cannotStart(List<String> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        err.flush();
        if (json) {
            spec.commandLine().getOut().println(ReportText.json(problems));
            spec.commandLine().getOut().flush();
        }
        return 1;
    }

    /** Takes everything and keeps nothing. */
    private static final class NoSink implements EventSink {
        @Override
        public void send(Publication publication) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
