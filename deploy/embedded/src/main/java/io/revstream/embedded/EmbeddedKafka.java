package io.revstream.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * One real broker (KRaft, broker and controller in one) in this JVM, on loopback. Data survives: starting again on the same
 * directory and port continues where the last run stopped or was killed.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Fixed, so that a directory that was formatted once is recognised. */
    private static final String CLUSTER_ID = "cmV2c3RyZWFtLWxvY2FsMA";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port. */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, 0, Map.of());
    }

    /**
     * Starts a broker, and returns when it serves.
     *
     * @param directory where its log lives; created when missing
     * @param port for clients; 0 picks a free one
     * @param overrides broker settings that win over those chosen here
     */
    public static EmbeddedKafka start(Path directory, int port, Map<String, String> overrides) {
        int clientPort = LoopbackPort.orFree(port);
        Properties settings = settings(directory, clientPort, LoopbackPort.orFree(0));
        settings.putAll(overrides);
        format(directory, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        EmbeddedKafka kafka = new EmbeddedKafka(server, clientPort);
        try {
            server.startup();
        } catch (RuntimeException e) {
            kafka.close();
            throw new IllegalStateException(
                    "Expected a broker on " + kafka.bootstrapServers() + " with its data in " + directory + ", but: "
                            + e.getMessage(),
                    e);
        }
        return kafka;
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** The port of {@link #bootstrapServers()}. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path directory, int clientPort, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", listener("CLIENT", clientPort) + "," + listener("CONTROLLER", controllerPort),
                "advertised.listeners", listener("CLIENT", clientPort),
                "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENT",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@" + LoopbackPort.HOST + ":" + controllerPort,
                "log.dirs", directory.resolve("log").toAbsolutePath().toString(),
                "auto.create.topics.enable", "false"));
        // One broker: nothing to replicate to, and nobody to hand leadership to.
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "3",
                "controlled.shutdown.enable", "false"));
        // Quick to start: a first consumer group does not wait for more members, and a broker that was killed may
        // register
        // again soon, instead of after the 9 s for which its former self counts as alive.
        settings.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500"));
        // Small: it shares the JVM and two cores with the pipeline.
        settings.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.cleaner.io.buffer.size", "131072",
                "log.index.size.max.bytes", "1048576"));
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + LoopbackPort.HOST + ":" + port;
    }

    /** Formats the directory on the first start, as an operator would; a formatted one is left as it is. */
    private static void format(Path directory, Properties settings) {
        Path file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write " + file + ", but could not", e);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "--config", file.toString(), "--cluster-id", CLUSTER_ID, "--ignore-formatted"},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IllegalStateException("Expected " + directory + " to be formatted for a broker, but: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
