package io.revstream.app.history;

import io.revstream.app.publish.CannotStartException;
import io.revstream.app.publish.EventSink;
import io.revstream.app.publish.PublishReport;
import io.revstream.app.publish.Publisher;
import io.revstream.app.publish.RowFiles;
import io.revstream.app.publish.Throttle;
import io.revstream.app.publish.mapping.Mapping;
import io.revstream.app.publish.mapping.MappingException;
import io.revstream.app.publish.mapping.Publication;
import io.revstream.app.publish.mapping.RowMapper;
import io.revstream.app.publish.rows.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a history from files, through the mappings that {@code publish} reads them with. Its events are news at the instants at which they
 * happened: nothing of them is marked as backfill, since virtual time can go back to then.
 */
public final class HistoryFiles {

    private final Instant now;
    private final InputStream standardInput;
    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long left;

    private HistoryFiles(Instant now, InputStream standardInput) {
        this.now = now;
        this.standardInput = standardInput;
    }

    /**
     * Reads files.
     *
     * @param now what {@code now} means in a mapping, such as the end of the period over which rows without a time are spread
     * @throws CannotStartException when a file or mapping cannot be opened, or the file lacks columns
     * @throws MappingException with everything that is wrong with a mapping
     */
    public static History read(List<HistoryFile> files, Instant now, InputStream standardInput)
            throws CannotStartException, MappingException, IOException {
        HistoryFiles reading = new HistoryFiles(now, standardInput);
        for (int i = 0; i < files.size(); i++) {
            reading.read(files.get(i), i);
        }
        return History.ordered(reading.events, reading.left, reading.problems);
    }

    private void read(HistoryFile file, int source) throws CannotStartException, MappingException, IOException {
        if (!Files.isRegularFile(file.mapping())) {
            throw new CannotStartException(file.mapping() + ": Expected a mapping file, but there is none");
        }
        Mapping mapping = Mapping.load(file.mapping(), null, now);
        try (RowFiles rows = RowFiles.open(List.of(file.file()), file.format(), mapping, standardInput)) {
            Publisher publisher = new Publisher(
                    new RowMapper(mapping, false),
                    new Collector(source),
                    Throttle.perSecond(Double.POSITIVE_INFINITY),
                    rejection -> {},
                    () -> {});
            PublishReport report = publisher.publish(rows.sources(), Long.MAX_VALUE);
            if (report.stopped() != null) {
                throw new CannotStartException(report.stopped());
            }
            left += report.rejected();
            report.first().stream().map(Rejection::toString).forEach(problems::add);
        }
    }

    /** Keeps what would be published. */
    private final class Collector implements EventSink {

        private final int source;
        private long offset;

        Collector(int source) {
            this.source = source;
        }

        @Override
        public void send(Publication publication) {
            events.add(new HistoryEvent(
                    publication.topic(),
                    publication.key(),
                    publication.event(),
                    publication.occurredAt(),
                    source,
                    offset++));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
