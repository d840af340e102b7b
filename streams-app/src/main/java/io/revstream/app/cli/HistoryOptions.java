package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.CannotStart;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.history.History;
import io.revstream.app.history.HistoryFile;
import io.revstream.app.history.HistoryFiles;
import io.revstream.app.history.HistoryTopics;
import io.revstream.app.publish.CannotStartException;
import io.revstream.app.publish.mapping.MappingException;
import io.revstream.app.publish.rows.RowFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of commands that run over a history: files with their mappings, or the topics of a cluster. */
final class HistoryOptions {

    private static final String TOPICS = "topics";

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<Source> sources;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "What \"now\" means in a mapping, so that another day gives the same history (this moment).")
    private Instant now;

    /** One source of a history. */
    static final class Source {

        @Option(
                names = "--history",
                required = true,
                paramLabel = "FILE|topics",
                description =
                        "CSV or JSON lines with --map, as publish reads them; or topics, for those of the broker.")
        private String history;

        @Option(names = "--map", paramLabel = "MAPPING", description = "Mapping of the file before it.")
        private Path map;

        @Option(names = "--format", description = "Of the file before it: csv or jsonl; otherwise its name tells.")
        private RowFormat format;
    }

    /**
     * Reads the history that the command line names; what cannot be read is told on standard error and left out.
     *
     * @throws CannotStart when nothing can be run
     */
    History read(ConnectionOptions connection, EmbeddedBroker embedded, PrintWriter err) {
        History history = fromTopics() ? topics(connection, embedded) : files();
        history.problems().forEach(problem -> err.println("left out " + problem));
        long more = history.left() - history.problems().size();
        if (more > 0) {
            err.println("left out " + more + " more");
        }
        err.flush();
        if (history.events().isEmpty()) {
            throw new CannotStart("Expected a history with events, but it has none");
        }
        return history;
    }

    private boolean fromTopics() {
        boolean topics = sources.stream().anyMatch(source -> source.history.equals(TOPICS) && source.map == null);
        if (topics && sources.size() > 1) {
            throw new CannotStart("Expected either --history topics or files, but found both");
        }
        return topics;
    }

    private static History topics(ConnectionOptions connection, EmbeddedBroker embedded) {
        try (BrokerChoice broker = connection.runningOrStarted(embedded)) {
            return HistoryTopics.read(broker.connection());
        }
    }

    private History files() {
        List<HistoryFile> files = new ArrayList<>();
        for (Source source : sources) {
            if (source.map == null) {
                throw new CannotStart("Expected --map with --history " + source.history + ", but found none");
            }
            files.add(new HistoryFile(source.history, source.map, source.format));
        }
        try {
            return HistoryFiles.read(files, now == null ? Instant.now() : now, System.in);
        } catch (MappingException | CannotStartException e) {
            throw new CannotStart(e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart("Expected to read the history, but " + e, e);
        }
    }
}
