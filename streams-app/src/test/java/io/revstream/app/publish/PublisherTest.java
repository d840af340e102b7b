package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Mapping;
import io.revstream.app.publish.mapping.RowMapper;
import io.revstream.app.publish.rows.Rejection;
import io.revstream.app.publish.rows.RowFormat;
import io.revstream.app.publish.rows.RowSource;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PublisherTest {

    private static final Instant NOW = Instant.parse("2026-10-21T12:00:00Z");

    @TempDir
    private Path folder;

    private final MemorySink sink = new MemorySink();
    private final List<Rejection> rejected = new ArrayList<>();

    @Test
    void publishesARowWhollyOrNotAtAll() throws Exception {
        PublishReport report = publish("id,n\n1,1\n2,x\n3,3\n");

        assertThat(report)
                .isEqualTo(
                        new PublishReport(3, 2, 0, 1, java.util.Map.of("activities", 2L, "leads", 2L), rejected, null));
        assertThat(sink.publications()).extracting("key").containsExactly("1", "1", "3", "3");
        assertThat(sink.flushes()).isEqualTo(1);
        assertThat(report.exitCode()).isEqualTo(2);
    }

    @Test
    void accountsForEveryRowWhateverIsWrongWithIt() throws Exception {
        PublishReport report = publish("id,n\n1,\"a\nb\"\n\n2\n3,\"x\"y\n,4\n5,5\n");

        assertThat(report.rows())
                .isEqualTo(report.published() + report.rejected())
                .isEqualTo(5);
        assertThat(report.first()).extracting(Rejection::line).containsExactly(2L, 5L, 6L, 7L);
        assertThat(report.first().get(0))
                .hasToString(
                        "f.csv:2: column \"n\": Expected a whole number for captured.attributes.employees, but found \"a\\nb\"");
    }

    @Test
    void showsTheFirstTwentyRejectionsAndTellsAllToTheListener() throws Exception {
        PublishReport report = publish("id,n\n" + "1,x\n".repeat(25));

        assertThat(report.first()).hasSize(20);
        assertThat(rejected).hasSize(25);
        assertThat(ReportText.lines(report, false, null))
                .contains("rejected 5 more rows", "--rejects FILE keeps all rejected rows");
    }

    @Test
    void stopsWhereTheSinkBreaks() throws Exception {
        sink.breakAfter(3);

        PublishReport report = publish("id,n\n1,1\n2,2\n3,3\n");

        assertThat(report.stopped()).isEqualTo("f.csv:3: Expected the broker to take the event, but it is gone");
        assertThat(report.published()).isEqualTo(1);
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void publishingTheSameFileTwiceGivesTheSameIds() throws Exception {
        publish("id,n\n1,1\n2,2\n");
        publish("id,n\n2,2\n1,1\n");

        assertThat(sink.publications().stream()
                        .map(p -> p.event().get("eventId"))
                        .distinct())
                .hasSize(4);
    }

    @Test
    void letsNoMoreEventsPassThanTheRate() {
        AtomicLong clock = new AtomicLong();
        Throttle throttle = Throttle.perSecond(100, clock::get, clock::addAndGet);

        for (int i = 0; i < 1000; i++) {
            throttle.acquire();
        }

        // The first ten tokens are there at once.
        assertThat(clock.get()).isBetween(9_900_000_000L, 9_910_000_000L);
    }

    @Test
    void drawsProgressOnATerminalOnly() {
        StringWriter terminal = new StringWriter();
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(new PrintWriter(terminal), () -> 50, 200, clock::get);

        progress.run();
        clock.addAndGet(200_000_000L);
        progress.run();
        progress.end();

        assertThat(terminal.toString()).isEqualTo("\r\u001B[K[#######.......................]  25 % 2 rows\r\u001B[K");
        new Progress(null, () -> 0, 0, clock::get).run();
    }

    private PublishReport publish(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("m.yaml"), """
                mapping: m
                key: id
                occurredAt: {constant: 2026-10-01}
                events:
                  - {event: seen, topic: activities, fields: {kind: {constant: PAGE_VIEW}}}
                  - {event: captured, topic: leads, fields: {captured.attributes.employees: n}}
                """);
        RowSource rows =
                RowFormat.CSV.open("f.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), null);
        return new Publisher(
                        new RowMapper(Mapping.load(file, null, NOW), false),
                        sink,
                        Throttle.perSecond(Double.POSITIVE_INFINITY),
                        rejected::add,
                        () -> {})
                .publish(List.of(rows), Long.MAX_VALUE);
    }
}
