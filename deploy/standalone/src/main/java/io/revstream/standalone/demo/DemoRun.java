package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.app.EventPublisher;
import io.revstream.app.HttpSettings;
import io.revstream.app.Instance;
import io.revstream.app.PipelineSettings;
import io.revstream.app.PublishedPolicies;
import io.revstream.app.Summary;
import io.revstream.app.Tally;
import io.revstream.app.TopicAdmin;
import io.revstream.app.Topologies;
import io.revstream.app.cli.StopSignal;
import io.revstream.embedded.EmbeddedCluster;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.TopicNames;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One run of the demo on a data directory: starts all of it, and stops it in an order in which nothing is lost. */
final class DemoRun {

    private static final long DEFAULT_SEED = 20_240_611;
    private static final int PARTITIONS = 3;
    private static final Duration PAST_WITHIN = Duration.ofSeconds(36);
    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    /** While the past is played, each is some minutes of the demo's time. */
    private static final Duration COMMIT = Duration.ofMillis(50);

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration LIVE_TICK = Duration.ofSeconds(1);

    /** A run has the place in each group that the one before it had, even if that one was killed: nobody else is on the directory. */
    private static final String ALONE = "demo";

    /** What a run that was killed may not have published any more; what it has is dropped as a duplicate. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Policy policy;
    private final Offices offices;
    private final Clock realTime = Clock.systemUTC();
    private final Path directory;
    private final Long seed;
    private final int port;
    private final StopSignal signal;

    /**
     * A run.
     *
     * @param preset name of the policy; null takes the one that the directory's story began with, or mid-market
     * @param seed null takes the one that the directory's story began with, or the default
     * @param port where the page is served
     * @param signal ends it
     */
    DemoRun(Path directory, String preset, Long seed, int port, StopSignal signal) {
        this.policy = Presets.policy(Beginning.policy(directory, preset));
        this.offices = new Offices(policy.calendars().get("office"), Company.zones());
        this.directory = directory;
        this.seed = seed;
        this.port = port;
        this.signal = signal;
    }

    /**
     * Runs until it is stopped.
     *
     * @param howLong from the moment at which it is ready, so that a slow machine shows as much; null goes on until the signal comes
     * @param screens makes the screen that shows it, given the address of the page
     * @return what lies on the topics at the end
     */
    Summary run(Duration howLong, Function<URI, Screen> screens) throws InterruptedException {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Connection connection = new Connection(
                    cluster.bootstrapServers(), cluster.registryUrl(), new TopicNames("revops."), Map.of());
            try (TopicAdmin admin = new TopicAdmin(connection)) {
                admin.create(Topologies.ALL, PARTITIONS);
            }
            Beginning beginning = Beginning.of(
                    directory,
                    seed,
                    DEFAULT_SEED,
                    policy.name(),
                    () -> Playback.begin(realTime.instant(), offices.head()));
            Instant lastTick = LastTick.on(connection, PARTITIONS);
            Instant from = lastTick.isAfter(beginning.began()) ? lastTick : beginning.began();
            PublishedPolicies.read(connection).add(connection, policy, Presets.text(policy.name()), from, PARTITIONS);
            play(connection, beginning, from, howLong, screens);
            return Tally.of(connection);
        }
    }

    private void play(
            Connection connection, Beginning beginning, Instant from, Duration howLong, Function<URI, Screen> screens)
            throws InterruptedException {
        DemoClock clock = new DemoClock(from, System::nanoTime);
        Company company = new Company(beginning.seed(), policy.routing().teams().keySet());
        Instant unpublished = from.minus(AGAIN);
        try (Instance instance = new Instance(
                        settings(clock), new HttpSettings("127.0.0.1", port), connection, PARTITIONS, clock);
                EventPublisher publisher = new EventPublisher(connection);
                Poison poison = new Poison(connection, beginning.began(), unpublished)) {
            Demand demand = new Demand(beginning.seed(), company, offices);
            Feed feed = new Feed(clock, demand, publisher, poison, beginning.began(), unpublished);
            feed.add(company.records(beginning.began()));
            Screen screen = screens.apply(instance.address());
            SalesFloor floor = new SalesFloor(beginning.seed(), offices);
            try (AssignmentReader assignments = new AssignmentReader(connection, floor, feed)) {
                if (!awaitReady(instance)) {
                    return;
                }
                Long endsAt = howLong == null ? null : System.nanoTime() + howLong.toNanos();
                clock.start(Playback.of(from, realTime.instant(), offices, PAST_WITHIN));
                try (Worker reading = new Worker("sales-floor", assignments::read);
                        Worker feeding = new Worker("feed", feed::publish)) {
                    show(instance, clock, endsAt, screen, List.of(reading, feeding));
                }
            }
        }
    }

    /** False when it is stopped before the topologies are ready. */
    private boolean awaitReady(Instance instance) throws InterruptedException {
        while (!instance.pipeline().unready().isEmpty()) {
            if (isOver(null)) {
                return false;
            }
        }
        return true;
    }

    private void show(Instance instance, DemoClock clock, Long endsAt, Screen screen, List<Worker> workers)
            throws InterruptedException {
        Chronicle chronicle =
                new Chronicle(instance.feed().recent(), offices.head().zone());
        do {
            workers.forEach(Worker::check);
            if (!instance.pipeline().failed().isEmpty()) {
                throw new IllegalStateException("Expected all topologies to run, but these have failed: "
                        + instance.pipeline().failed());
            }
            screen.show(new Screen.View(
                    clock.instant(),
                    clock.played(),
                    chronicle.page(instance.feed().counts().summary())));
        } while (!isOver(endsAt));
    }

    private boolean isOver(Long endsAt) throws InterruptedException {
        return signal.await(REPAINT) || (endsAt != null && System.nanoTime() - endsAt >= 0);
    }

    private PipelineSettings settings(DemoClock clock) {
        return new PipelineSettings(
                Topologies.ALL,
                directory.resolve("state"),
                1,
                0,
                1,
                COMMIT,
                () -> clock.isLive() ? LIVE_TICK : TICK,
                FUTURE_TOLERANCE,
                ALONE);
    }
}
