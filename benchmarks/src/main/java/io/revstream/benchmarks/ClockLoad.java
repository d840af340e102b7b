package io.revstream.benchmarks;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.app.Connection;
import io.revstream.app.EventPublisher;
import io.revstream.app.Pipeline;
import io.revstream.app.PipelineSettings;
import io.revstream.app.PolicyPublisher;
import io.revstream.app.TopicAdmin;
import io.revstream.app.TopicFeed;
import io.revstream.app.Topologies;
import io.revstream.embedded.EmbeddedCluster;
import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.SlaStepReached;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Arms one SLA clock for each of many deals in the {@code deal} topology, then lets time come to them: what a clock costs to arm and to
 * fire, how late it fires, and whether clocks that have fired slow down those that follow.
 *
 * <p>{@code ClockLoad [CLOCKS] [FIRINGS_PER_SECOND] [SECONDS]}: 100000, 1000 and 30 when left out. Steady firing is measured twice: before
 * most clocks have fired, and after (they are overtaken in one jump, as after an outage).
 */
public final class ClockLoad implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration TARGET = Duration.ofHours(1);
    private static final Instant BEGIN = Instant.parse("2026-03-02T15:00:00Z");

    private static final String CLOCK = """
            sla:
              clocks:
                - clock: first-contact
                  calendar: office
                  starts: promotion
                  stops: {kinds: [CALL], by: REP}
                  target: 1h
                  chain:
                    - {step: late, at: 1h, says: BREACHED, tells: manager}
                - clock: follow-up
                  of: deal
                  calendar: office
                  starts: %s
                  stops: {dealStage: Closed Won}
                  target: 1h
                  chain:
                    - {step: late, at: 1h, says: BREACHED, tells: manager}

            """;

    private final int clocks;
    private final int perSecond;
    private final Duration window;
    private final Path directory;
    private final EmbeddedCluster cluster;
    private final Connection connection;
    private final JumpingClock wallClock;

    private ClockLoad(int clocks, int perSecond, Duration window) throws IOException {
        this.clocks = clocks;
        this.perSecond = perSecond;
        this.window = window;
        directory = Files.createTempDirectory("revstream-clocks");
        cluster = EmbeddedCluster.start(directory.resolve("cluster"));
        connection =
                new Connection(cluster.bootstrapServers(), cluster.registryUrl(), new TopicNames("revops."), Map.of());
        wallClock = new JumpingClock(openedAt(clocks));
    }

    /** Runs, and prints what was measured. */
    public static void main(String... arguments) throws IOException {
        int clocks = argument(arguments, 0, 100_000);
        int perSecond = argument(arguments, 1, 1_000);
        Duration window = Duration.ofSeconds(argument(arguments, 2, 30));
        if (clocks < 3L * perSecond * window.toSeconds()) {
            throw new IllegalArgumentException("Expected clocks for at least three windows of " + window + " at "
                    + perSecond + " a second, but " + clocks + " are not enough");
        }
        try (ClockLoad warmUp = new ClockLoad(Math.min(clocks, 50_000), perSecond, window)) {
            warmUp.measureArming("created", "to warm up");
        }
        try (ClockLoad idle = new ClockLoad(clocks, perSecond, window)) {
            idle.measureArming("won", "without a clock");
        }
        try (ClockLoad load = new ClockLoad(clocks, perSecond, window)) {
            load.measureFiring();
        }
        System.exit(0);
    }

    private void measureArming(String starts, String what) {
        publish(starts);
        try (Pipeline pipeline = pipeline()) {
            arm(pipeline, what);
        }
    }

    private void measureFiring() {
        publish("created");
        try (Pipeline pipeline = pipeline();
                TopicFeed steps = new TopicFeed(connection, List.of(Catalogue.SLA_BREACHES), true)) {
            arm(pipeline, "with a clock each");
            long ofWindow = perSecond * window.toSeconds();
            steady(steps, openedAt(0), "steady, at first");
            Instant last = openedAt(clocks - ofWindow);
            overtake(steps, clocks - 2 * ofWindow, last);
            steady(steps, last, "steady, after all but the last have fired");
        }
    }

    /** Deals are opened one a little later than the other; nothing but the clock watches them. */
    private void publish(String starts) {
        try (TopicAdmin admin = new TopicAdmin(connection)) {
            admin.create(Topologies.ALL, PARTITIONS);
        }
        String document = Presets.text("mid-market")
                .replaceFirst("(?ms)^sla:.*?(?=^[a-z])", CLOCK.formatted(starts))
                .replaceFirst("(?ms)^  stale:.*?(?=^$)", "")
                .replaceAll(", staleAfter: \\d+d", "");
        new PolicyPublisher(connection)
                .publish(PolicyReader.read("policy", document).orThrow(), document, Instant.EPOCH, PARTITIONS);
        try (EventPublisher publisher = new EventPublisher(connection)) {
            for (int i = 0; i < clocks; i++) {
                publisher.publish(Catalogue.DEALS, "deal-" + i, opened(i), openedAt(i));
            }
            publisher.flush();
        }
    }

    private void arm(Pipeline pipeline, String what) {
        Duration before = StreamThreads.cpu();
        long begun = System.nanoTime();
        pipeline.start();
        try (TopicFeed opened = new TopicFeed(connection, List.of(Catalogue.DEAL_ALERTS), true)) {
            await(opened, clocks);
        }
        report("%,d deals opened %s: %.1f s, %.1f us CPU each", clocks, what, seconds(begun), micros(before, clocks));
    }

    /** Time comes to clocks as fast as it passes. */
    private void steady(TopicFeed steps, Instant firstOpened, String what) {
        wallClock.jumpTo(firstOpened.plus(TARGET).minus(TICK));
        Duration before = StreamThreads.cpu();
        long begun = System.nanoTime();
        Firings firings = new Firings();
        while (System.nanoTime() - begun < window.toNanos()) {
            read(steps, firings, firstOpened.plus(TARGET));
        }
        report(
                "%s: %,d fired, %d early; late by p50 %d ms, p99 %d ms when decided, p50 %d ms, p99 %d ms when seen; %.1f us CPU each, ticks included",
                what,
                firings.count(),
                firings.early(),
                firings.decided(50),
                firings.decided(99),
                firings.visible(50),
                firings.visible(99),
                micros(before, firings.count()));
        if (firings.early() > 0) {
            throw new IllegalStateException("Expected no step before it is due, but " + firings.early() + " were");
        }
    }

    /** Time jumps to the last window, over all clocks that lie between, and stands still until they have fired. */
    private void overtake(TopicFeed steps, long most, Instant lastOpened) {
        Duration before = StreamThreads.cpu();
        long begun = System.nanoTime();
        wallClock.holdAt(lastOpened.plus(TARGET).minus(TICK));
        Firings firings = new Firings();
        while (firings.count() < most) {
            read(steps, firings, Instant.MIN);
        }
        report(
                "overtaken: %,d fired in %.1f s, %.0f/s, %.1f us CPU each",
                firings.count(), seconds(begun), firings.count() / seconds(begun), micros(before, firings.count()));
    }

    private void read(TopicFeed steps, Firings firings, Instant from) {
        for (TopicFeed.Item item : steps.next(Duration.ofMillis(50))) {
            Instant due = ((SlaStepReached) item.event()).getStepDueAt();
            if (!due.isBefore(from)) {
                firings.add(due, item.timestamp(), wallClock.instant());
            }
        }
    }

    private static void await(TopicFeed feed, int count) {
        int seen = 0;
        while (seen < count) {
            seen += feed.next(Duration.ofMillis(200)).size();
        }
    }

    private Pipeline pipeline() {
        SchemaRegistryClient registry = connection.registry();
        PipelineSettings settings = new PipelineSettings(
                List.of("deal"),
                directory.resolve("state"),
                1,
                0,
                1,
                Duration.ofMillis(100),
                () -> TICK,
                Duration.ofMinutes(5),
                500,
                null);
        return new Pipeline(settings, null, connection, PARTITIONS, registry, wallClock, new SimpleMeterRegistry());
    }

    private Instant openedAt(long deal) {
        return BEGIN.plusMillis(1_000L * deal / perSecond);
    }

    /** Without a close date, which is told on {@code deal-alerts}: so it is seen when all are open. */
    private DealEvent opened(int deal) {
        return DealEvent.newBuilder()
                .setEventId("opened-" + deal)
                .setOccurredAt(openedAt(deal))
                .setSource("benchmark")
                .setCreated(new DealCreated(
                        "Qualified",
                        DealFields.newBuilder()
                                .setAccountId("account-" + deal % 50_000)
                                .setOwnerId("rep-" + deal % 100)
                                .setName("Deal " + deal)
                                .setValue(new BigDecimal("12000.00"))
                                .build()))
                .build();
    }

    private static void report(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }

    private static double micros(Duration cpuBefore, long count) {
        return StreamThreads.cpu().minus(cpuBefore).toNanos() / 1_000.0 / Math.max(1, count);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int argument(String[] arguments, int position, int otherwise) {
        return arguments.length > position ? Integer.parseInt(arguments[position]) : otherwise;
    }

    @Override
    public void close() {
        cluster.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(ClockLoad::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
