package io.revstream.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.app.Connection;
import io.revstream.app.EventPublisher;
import io.revstream.app.TopicAdmin;
import io.revstream.app.TopicFeed;
import io.revstream.app.Topologies;
import io.revstream.embedded.EmbeddedCluster;
import io.revstream.events.LeadAssigned;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaStepReached;
import io.revstream.policy.Presets;
import io.revstream.standalone.demo.PastEvents;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.ReplayCheck;
import io.revstream.stream.Shell;
import io.revstream.stream.Topic;
import io.revstream.stream.TopicNames;
import io.revstream.stream.VirtualPipeline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class KilledRunTest {

    private static final int PARTITIONS = 3;
    private static final int HOURS = 20;

    /** So long ago that all chains of escalation have run out, and not so long that scores have decayed. */
    private final Instant sixDaysAgo = Clock.systemUTC().instant().minus(Duration.ofDays(6));

    private final List<PastEvents.Event> events = PastEvents.of(sixDaysAgo, HOURS);

    @TempDir
    Path directory;

    @Test
    @Tag("GEN-11")
    void a_run_that_was_killed_goes_on_with_nothing_lost_and_nothing_decided_twice() throws Exception {
        killInTheMiddle();
        try (Program again = run("again", "--until-idle", "3s")) {
            assertThat(again.exitCode()).as(again.errors()).isZero();
        }
        try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Connection connection = connection(cluster.bootstrapServers(), cluster.registryUrl());
            List<MqlPromoted> promotions = read(connection, Catalogue.MQL_PROMOTIONS, MqlPromoted.class);
            List<LeadAssigned> assignments = read(connection, Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class);
            List<SlaStepReached> steps = read(connection, Catalogue.SLA_BREACHES, SlaStepReached.class);

            assertThat(promotions).extracting(KilledRunTest::leadAndPass).doesNotHaveDuplicates();
            assertThat(assignments)
                    .extracting(it -> leadAndPass(it) + "/" + it.getRound() + "/" + (it.getOwnerId() == null))
                    .doesNotHaveDuplicates();
            assertThat(steps)
                    .extracting(it -> String.join(
                            "/",
                            it.getSubjectId(),
                            it.getPass() + "." + it.getRound(),
                            it.getClock(),
                            it.getKind() + " " + it.getStep()))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            assertThat(all(promotions, KilledRunTest::leadAndPass))
                    .containsExactlyInAnyOrderElementsOf(promotionsInVirtualTime());
            assertThat(all(assignments, KilledRunTest::leadAndPass))
                    .containsExactlyInAnyOrderElementsOf(promotionsInVirtualTime());
            assertThat(replay(connection))
                    .allSatisfy(report -> assertThat(report.differences())
                            .as(report.toString())
                            .isEmpty());
        }
    }

    /** Half of the events are there before the first decision, the others come while it decides. */
    private void killInTheMiddle() throws InterruptedException {
        try (Program first = run("first")) {
            Connection connection = awaitTopics(first);
            try (EventPublisher publisher = new EventPublisher(connection)) {
                List<PastEvents.Event> early = events.subList(0, events.size() / 2);
                early.forEach(event -> publish(publisher, event));
                publisher.flush();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> read(connection, Catalogue.MQL_PROMOTIONS, MqlPromoted.class)
                                        .size()
                                > 5);
                events.subList(early.size(), events.size()).forEach(event -> publish(publisher, event));
                publisher.flush();
            }
            first.kill();
        }
    }

    private Program run(String name, String... more) {
        List<String> args =
                new ArrayList<>(List.of("run", "--data-dir", directory.toString(), "--policy", "mid-market"));
        args.addAll(
                List.of("--partitions", Integer.toString(PARTITIONS), "--tick-interval", "200ms", "--http-port", "0"));
        args.addAll(List.of(more));
        return Program.start(directory.resolve("said"), name, args.toArray(String[]::new));
    }

    private Connection awaitTopics(Program program) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .failFast(
                        () -> assertThat(program.isAlive()).as(program.errors()).isTrue())
                .until(
                        () -> {
                            EmbeddedCluster.Serving serving =
                                    EmbeddedCluster.running(directory).orElseThrow();
                            Connection connection = connection(serving.bootstrapServers(), serving.registryUrl());
                            try (TopicAdmin admin = new TopicAdmin(connection)) {
                                assertThat(admin.partitions(Topologies.ALL)).isEqualTo(PARTITIONS);
                            }
                            return connection;
                        },
                        connection -> true);
    }

    private static void publish(EventPublisher publisher, PastEvents.Event event) {
        publisher.publish(event.topic(), event.key(), event.event(), event.at());
    }

    private static Connection connection(String bootstrap, String registry) {
        return new Connection(bootstrap, registry, new TopicNames("revops."), Map.of());
    }

    private static <E> List<E> read(Connection connection, Topic topic, Class<E> type) {
        List<E> read = new ArrayList<>();
        try (TopicFeed feed = new TopicFeed(connection, List.of(topic), true)) {
            do {
                feed.next(Duration.ofMillis(100)).forEach(item -> read.add(type.cast(item.event())));
            } while (!feed.isAtEnd());
        }
        return read;
    }

    /** The oracle: the same deciders over the same events, in one loop that nobody kills. */
    private Set<String> promotionsInVirtualTime() {
        List<MqlPromoted> promotions = new ArrayList<>();
        VirtualPipeline pipeline = new VirtualPipeline(
                Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(), published -> {
                    if (published.event() instanceof MqlPromoted promoted) {
                        promotions.add(promoted);
                    }
                });
        pipeline.adopt(Presets.policy("mid-market"), Instant.EPOCH);
        events.forEach(event -> pipeline.publish(event.topic(), event.key(), event.event(), event.at()));
        return all(promotions, KilledRunTest::leadAndPass);
    }

    private static List<ReplayCheck.Report> replay(Connection connection) {
        Shell shell = new Shell(
                connection.names(),
                PARTITIONS,
                connection.registry(),
                Clock.systemUTC(),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                new SimpleMeterRegistry());
        ReplayCheck check = new ReplayCheck(connection.client(), shell);
        return Topologies.ALL.stream().map(Topologies::hosted).map(check::check).toList();
    }

    private static <E> Set<String> all(List<E> events, Function<E, String> name) {
        return events.stream().map(name).collect(toSet());
    }

    private static String leadAndPass(MqlPromoted it) {
        return it.getLeadId() + "/" + it.getPass();
    }

    private static String leadAndPass(LeadAssigned it) {
        return it.getLeadId() + "/" + it.getPass();
    }
}
