package io.revstream.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.revstream.stream.AggregateHistory;
import io.revstream.stream.AggregateView;
import io.revstream.stream.Hosted;
import io.revstream.stream.PolicyLibrary;
import io.revstream.stream.Shell;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.CloseOptions;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs topologies, each as a Kafka Streams application of its own. */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Shell shell;
    private final Connection connection;
    private final Map<String, KafkaStreams> applications = new LinkedHashMap<>();
    private final Map<String, Restores> restores = new LinkedHashMap<>();
    private final List<KafkaStreamsMetrics> binders = new ArrayList<>();

    /**
     * Builds the applications; {@link #start()} starts them.
     *
     * @param endpoint host and port of this instance's API, which other instances name to who asks them; null tells nobody
     * @param partitions partitions of every topic
     * @param wallClock where ticks come from
     */
    public Pipeline(
            PipelineSettings settings,
            String endpoint,
            Connection connection,
            int partitions,
            SchemaRegistryClient registry,
            Clock wallClock,
            MeterRegistry metrics) {
        this.connection = connection;
        shell = new Shell(
                connection.names(),
                partitions,
                registry,
                wallClock,
                settings.tickInterval(),
                settings.futureTolerance(),
                settings.rescoredATick(),
                metrics,
                new PolicyLibrary());
        for (String name : settings.topologies()) {
            Topology topology = Topologies.build(name, shell);
            KafkaStreams streams = new KafkaStreams(topology, properties(settings, endpoint, connection, name));
            streams.setUncaughtExceptionHandler(failure -> {
                LOG.error("Topology {} failed; its thread is replaced", name, failure);
                return isFatal(failure)
                        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                        : StreamThreadExceptionResponse.REPLACE_THREAD;
            });
            streams.setStateListener((now, before) -> LOG.info("Topology {} is {} (was {})", name, now, before));
            Restores restoring = new Restores();
            streams.setGlobalStateRestoreListener(restoring);
            restores.put(name, restoring);
            KafkaStreamsMetrics binder = new KafkaStreamsMetrics(streams);
            binder.bindTo(metrics);
            binders.add(binder);
            applications.put(name, streams);
        }
    }

    public void start() {
        applications.values().forEach(KafkaStreams::start);
    }

    /** State of each topology's application. */
    public Map<String, KafkaStreams.State> states() {
        Map<String, KafkaStreams.State> states = new LinkedHashMap<>();
        applications.forEach((name, streams) -> states.put(name, streams.state()));
        return states;
    }

    /** What each topology that cannot decide on all of its input yet is waiting for, in words; empty when all can. */
    public Map<String, String> unready() {
        Map<String, String> unready = new LinkedHashMap<>();
        applications.forEach((name, streams) -> {
            String restoring = restores.get(name).underWay();
            if (streams.state() != KafkaStreams.State.RUNNING) {
                unready.put(name, "Expected it to be RUNNING, but it is " + streams.state());
            } else if (!restoring.isEmpty()) {
                unready.put(name, "Expected its state to be restored, but under way is " + restoring);
            }
        });
        return unready;
    }

    /** Names of the topologies that have stopped by themselves: nothing but a new start helps. */
    public List<String> failed() {
        return applications.entrySet().stream()
                .filter(one -> one.getValue().state() == KafkaStreams.State.ERROR)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The aggregates of a topology, or null when it does not run here. */
    public <S> AggregateView<S> view(Hosted<S> hosted) {
        KafkaStreams streams = applications.get(hosted.topology());
        return streams == null ? null : new AggregateView<>(streams, hosted, shell);
    }

    /** The past of a topology's aggregates. */
    public <S> AggregateHistory<S> history(Hosted<S> hosted) {
        return new AggregateHistory<>(connection.client(), hosted, shell);
    }

    /** The aggregates of any topology that runs here: all have read the same policies. */
    public AggregateView<?> anyView() {
        return view(Topologies.hosted(applications.keySet().iterator().next()));
    }

    /** Stops all at the same time, each after it has committed what it has in hand. */
    @Override
    public void close() {
        List<Thread> stopping = new ArrayList<>();
        applications.forEach((name, streams) -> {
            Thread thread = new Thread(
                    () -> {
                        if (!streams.close(new CloseOptions().timeout(STOP_WITHIN))) {
                            LOG.warn("Topology {} did not stop within {}", name, STOP_WITHIN);
                        }
                    },
                    "stop-" + name);
            thread.start();
            stopping.add(thread);
        });
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        binders.forEach(KafkaStreamsMetrics::close);
    }

    /** What a new thread would meet again at once. */
    private static boolean isFatal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error) {
                return true;
            }
        }
        return false;
    }

    private static Properties properties(
            PipelineSettings settings, String endpoint, Connection connection, String topology) {
        Properties properties = connection.client();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, connection.names().application(topology));
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, connection.names().application(topology));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        // Wait for data that is known to be on the broker, so that no tick overtakes the backlog before it.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        // An internal topic without an explicit name would change with the topology.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                "org.apache.kafka.common.serialization.Serdes$ByteArraySerde");
        properties.put(
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                "org.apache.kafka.common.serialization.Serdes$ByteArraySerde");
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        properties.put(StreamsConfig.producerPrefix("linger.ms"), 5);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        if (endpoint != null) {
            properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, endpoint);
        }
        if (settings.instance() == null) {
            // Kafka Streams stays a member after it was closed: a restart would wait until that member is given up.
            properties.put(StreamsConfig.mainConsumerPrefix("internal.leave.group.on.close"), true);
        } else {
            properties.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), settings.instance());
        }
        return properties;
    }
}
