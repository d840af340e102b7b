package io.revstream.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The ports that a data directory uses: picked on the first start, then kept, so that clients need no new settings. */
record ClusterPorts(int kafka, int registry) {

    private static final String FILE = "ports.properties";

    static ClusterPorts of(Path directory) throws IOException {
        ClusterPorts known = known(directory);
        if (known != null) {
            return known;
        }
        ClusterPorts picked = new ClusterPorts(LoopbackPort.orFree(0), LoopbackPort.orFree(0));
        picked.save(directory.resolve(FILE));
        return picked;
    }

    /** The ports that were picked before, or null. */
    static ClusterPorts known(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        Properties saved = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            saved.load(in);
        }
        return new ClusterPorts(port(saved, "kafka", file), port(saved, "registry", file));
    }

    private static int port(Properties saved, String name, Path file) throws IOException {
        try {
            return Integer.parseInt(saved.getProperty(name, ""));
        } catch (NumberFormatException e) {
            throw new IOException(
                    "Expected " + name + "=<port> in " + file + ", but found '" + saved.getProperty(name)
                            + "': remove the file to have ports picked anew",
                    e);
        }
    }

    private void save(Path file) throws IOException {
        Properties ports = new Properties();
        ports.setProperty("kafka", Integer.toString(kafka));
        ports.setProperty("registry", Integer.toString(registry));
        try (Writer out = Files.newBufferedWriter(file)) {
            ports.store(out, "Ports on loopback. Edit while stopped; remove to have them picked anew.");
        }
    }
}
