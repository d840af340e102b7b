package io.revstream.standalone.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What a demo's story follows from: kept in its data directory, so that a later run on it goes on with the same story.
 *
 * @param seed of all chance
 * @param began when its past begins
 */
record Beginning(long seed, Instant began) {

    private static final String FILE = "demo.properties";

    /**
     * The beginning that the directory knows, or else a new one.
     *
     * @param seed asked for; null takes what the directory knows, or the default
     */
    static Beginning of(Path directory, Long seed, long defaultSeed, Supplier<Instant> began) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return known(file, seed);
            }
            Beginning beginning = new Beginning(seed == null ? defaultSeed : seed, began.get());
            Files.createDirectories(directory);
            write(file, beginning);
            return beginning;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep the demo's beginning in " + file + ", but could not", e);
        }
    }

    private static Beginning known(Path file, Long seed) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Beginning known = new Beginning(
                Long.parseLong(properties.getProperty("seed")), Instant.parse(properties.getProperty("began")));
        if (seed != null && seed != known.seed()) {
            throw new IllegalStateException("Expected seed " + known.seed() + ", with which the demo in "
                    + file.getParent() + " began, but got " + seed + ": leave it out, or name another directory");
        }
        return known;
    }

    private static void write(Path file, Beginning beginning) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(beginning.seed()));
        properties.setProperty("began", beginning.began().toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }
}
