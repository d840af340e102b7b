package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.CannotStart;
import io.revstream.app.Connection;
import io.revstream.app.EmbeddedBroker;
import io.revstream.stream.TopicNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Options of commands that need a broker: one elsewhere when it is named, otherwise the one of the data directory. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:REVSTREAM_BOOTSTRAP}",
            description = "Kafka's bootstrap servers (environment: REVSTREAM_BOOTSTRAP).")
    private String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:REVSTREAM_REGISTRY}",
            description = "Schema registry (environment: REVSTREAM_REGISTRY).")
    private String registry;

    @Option(
            names = "--prefix",
            defaultValue = "revops.",
            description = "Goes before the name of every topic and group (${DEFAULT-VALUE}).")
    private String prefix;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of all Kafka clients: security, and schema.registry.* for the registry.")
    private Path kafkaConfig;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./revstream-data",
            description =
                    "Where the broker of this program keeps its data when --bootstrap names no other (${DEFAULT-VALUE}).")
    private Path dataDirectory;

    public Path dataDirectory() {
        return dataDirectory;
    }

    /** A broker that is running already: the one named, or that of the data directory. */
    Connection connection(EmbeddedBroker embedded) {
        if (isElsewhere()) {
            return connection(new EmbeddedBroker.Address(bootstrap, registry));
        }
        return connection(running(embedded, () -> {
            throw new CannotStart(
                    "Expected a running revstream on "
                            + dataDirectory.toAbsolutePath().normalize()
                            + ", but there is none: start one there (revstream run), or name a broker with --bootstrap and --registry");
        }));
    }

    /** The broker named, the running one of the data directory, or one that is started on it. */
    BrokerChoice runningOrStarted(EmbeddedBroker embedded) {
        if (isElsewhere()) {
            return BrokerChoice.elsewhere(connection(embedded));
        }
        EmbeddedBroker.Address running = running(embedded, () -> null);
        return running == null ? start(embedded) : BrokerChoice.elsewhere(connection(running));
    }

    /** The broker named, or one that is started on the data directory, which must be free. */
    public BrokerChoice open(EmbeddedBroker embedded) {
        return isElsewhere() ? BrokerChoice.elsewhere(connection(embedded)) : start(embedded);
    }

    private BrokerChoice start(EmbeddedBroker embedded) {
        Map<String, String> further = clientSettings();
        EmbeddedBroker.Running started = embedded.start(dataDirectory);
        return BrokerChoice.started(connection(started.address(), further), started);
    }

    private EmbeddedBroker.Address running(EmbeddedBroker embedded, Supplier<EmbeddedBroker.Address> otherwise) {
        return embedded.running(dataDirectory).orElseGet(otherwise);
    }

    private boolean isElsewhere() {
        if ((bootstrap == null) != (registry == null)) {
            throw new CannotStart("Expected both --bootstrap and --registry, but found only "
                    + (bootstrap == null ? "--registry " + registry : "--bootstrap " + bootstrap));
        }
        return bootstrap != null;
    }

    private Connection connection(EmbeddedBroker.Address address) {
        return connection(address, clientSettings());
    }

    private Connection connection(EmbeddedBroker.Address address, Map<String, String> further) {
        return new Connection(address.bootstrap(), address.registryUrl(), new TopicNames(prefix), further);
    }

    private Map<String, String> clientSettings() {
        if (kafkaConfig == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(kafkaConfig)) {
            properties.load(in);
        } catch (IOException e) {
            throw new CannotStart(
                    "Expected a properties file for --kafka-config, but " + kafkaConfig + " cannot be read: " + e, e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
