package io.revstream.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.embedded.EmbeddedCluster;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.ReplayCheck;
import io.revstream.stream.Shell;
import io.revstream.stream.Topic;
import io.revstream.stream.TopicNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;

/** The whole pipeline on a real broker, for tests: started and stopped at will on one data directory. */
public final class RunningPipeline implements AutoCloseable {

    public static final int PARTITIONS = 3;

    /** Few, so that rescoring takes several steps. */
    private static final int RESCORED_A_TICK = 2;

    private final Path directory;
    private final int partitions;
    private final EmbeddedCluster cluster;
    private final SchemaRegistryClient registry;
    public final Connection connection;
    public final EventPublisher publisher;
    private final List<Pipeline> instances = new ArrayList<>();

    /** A broker with topics and the mid-market policy in force since ever; the pipeline is not started yet. */
    public RunningPipeline(Path directory) {
        this(directory, PARTITIONS);
    }

    public RunningPipeline(Path directory, int partitions) {
        this.directory = directory;
        this.partitions = partitions;
        cluster = EmbeddedCluster.start(directory.resolve("cluster"));
        connection =
                new Connection(cluster.bootstrapServers(), cluster.registryUrl(), new TopicNames("revops."), Map.of());
        registry = connection.registry();
        try (TopicAdmin admin = new TopicAdmin(connection)) {
            admin.create(Topologies.ALL, partitions);
        }
        new PolicyPublisher(connection)
                .publish(Presets.policy("mid-market"), Presets.text("mid-market"), Instant.EPOCH, partitions);
        publisher = new EventPublisher(connection);
    }

    /** A policy takes effect now. */
    public void publish(String document) {
        PublishedPolicies.read(connection)
                .add(connection, PolicyReader.read("policy", document).orThrow(), document, Instant.now(), partitions);
    }

    public void start() {
        start(Clock.systemUTC());
    }

    public void start(Clock wallClock) {
        start(wallClock, 1);
    }

    /** Starts as many instances beside each other, which share the partitions. */
    public void start(Clock wallClock, int count) {
        for (int i = 0; i < count; i++) {
            Pipeline instance = new Pipeline(
                    settings(i), null, connection, partitions, registry, wallClock, new SimpleMeterRegistry());
            instances.add(instance);
            instance.start();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> instances.stream()
                        .allMatch(one -> one.states().values().stream().allMatch(KafkaStreams.State.RUNNING::equals)));
    }

    public void stop() {
        instances.forEach(Pipeline::close);
        instances.clear();
    }

    /** All committed events of a topic so far. */
    public List<TopicFeed.Item> read(Topic topic) {
        List<TopicFeed.Item> items = new ArrayList<>();
        try (TopicFeed feed = new TopicFeed(connection, List.of(topic), true)) {
            do {
                items.addAll(feed.next(Duration.ofMillis(100)));
            } while (!feed.isAtEnd());
        }
        return items;
    }

    /** Committed events of a topic, of a type. */
    public <E> List<E> events(Topic topic, Class<E> type) {
        return read(topic).stream().map(TopicFeed.Item::event).map(type::cast).toList();
    }

    /** Waits until a topic holds events that satisfy the test. */
    public <E> List<E> await(Topic topic, Class<E> type, Predicate<List<E>> enough) {
        return Awaitility.await("events on " + topic.name())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> events(topic, type), enough);
    }

    /** Replays all topologies along their journals; the pipeline must be stopped. */
    public List<ReplayCheck.Report> replay() {
        Shell shell = new Shell(
                connection.names(),
                partitions,
                registry,
                Clock.systemUTC(),
                settings(0).tickInterval().get(),
                settings(0).futureTolerance(),
                new SimpleMeterRegistry());
        ReplayCheck check = new ReplayCheck(connection.client(), shell);
        return Topologies.ALL.stream().map(Topologies::hosted).map(check::check).toList();
    }

    private PipelineSettings settings(int instance) {
        return new PipelineSettings(
                Topologies.ALL,
                directory.resolve("state-" + instance),
                1,
                0,
                1,
                Duration.ofMillis(100),
                () -> Duration.ofMillis(200),
                Duration.ofMinutes(5),
                RESCORED_A_TICK,
                null);
    }

    @Override
    public void close() {
        stop();
        publisher.close();
        cluster.close();
    }
}
