package io.revstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A broker and a registry on one data directory, with the same ports on each start. One process at a time. */
public final class EmbeddedCluster implements AutoCloseable {

    private final DirectoryLock lock;
    private final EmbeddedRegistry registry;
    private final EmbeddedKafka kafka;

    private EmbeddedCluster(DirectoryLock lock, EmbeddedRegistry registry, EmbeddedKafka kafka) {
        this.lock = lock;
        this.registry = registry;
        this.kafka = kafka;
    }

    /** Starts with the broker settings of {@link EmbeddedKafka}. */
    public static EmbeddedCluster start(Path directory) {
        return start(directory, Map.of());
    }

    /**
     * Starts both, and returns when they serve.
     *
     * @param directory created when missing
     * @param brokerOverrides broker settings that win over those of {@link EmbeddedKafka}
     * @throws IllegalStateException when another process uses the directory
     */
    public static EmbeddedCluster start(Path directory, Map<String, String> brokerOverrides) {
        DirectoryLock lock = null;
        EmbeddedRegistry registry = null;
        try {
            lock = DirectoryLock.take(directory);
            ClusterPorts ports = ClusterPorts.of(directory);
            registry = EmbeddedRegistry.start(directory.resolve("registry"), ports.registry());
            EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), ports.kafka(), brokerOverrides);
            return new EmbeddedCluster(lock, registry, kafka);
        } catch (IOException e) {
            close(registry, lock);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close(registry, lock);
            throw e;
        }
    }

    /** Where the cluster of a directory serves. */
    public record Serving(String bootstrapServers, String registryUrl) {}

    /** The cluster that is running on a directory, in this process or another; empty when none is. */
    public static Optional<Serving> running(Path directory) {
        try {
            ClusterPorts ports = ClusterPorts.known(directory);
            boolean serves =
                    ports != null && LoopbackPort.serves(ports.kafka()) && LoopbackPort.serves(ports.registry());
            return serves
                    ? Optional.of(new Serving(
                            LoopbackPort.HOST + ":" + ports.kafka(),
                            "http://" + LoopbackPort.HOST + ":" + ports.registry()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Kafka clients connect to. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** What registry clients connect to. */
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        kafka.close();
        close(registry, lock);
    }

    private static void close(EmbeddedRegistry registry, DirectoryLock lock) {
        if (registry != null) {
            registry.close();
        }
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
