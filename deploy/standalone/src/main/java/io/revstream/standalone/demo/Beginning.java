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
 * @param policy name of its policy
 * @param began when its past begins
 */
record Beginning(long seed, String policy, Instant began) {

    private static final String FILE = "demo.properties";
    private static final String DEFAULT_POLICY = "mid-market";

    /**
     * Name of the policy that the directory knows, or else of the one asked for.
     *
     * @param asked null takes what the directory knows, or the default
     */
    static String policy(Path directory, String asked) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return asked == null ? DEFAULT_POLICY : asked;
        }
        try {
            String known = properties(file).getProperty("policy", DEFAULT_POLICY);
            if (asked != null && !asked.equals(known)) {
                throw new IllegalStateException("Expected policy " + known + ", with which the demo in " + directory
                        + " began, but got " + asked + ": leave it out, or name another directory");
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the demo's beginning in " + file + ", but could not", e);
        }
    }

    /**
     * The beginning that the directory knows, or else a new one.
     *
     * @param seed asked for; null takes what the directory knows, or the default
     * @param policy name of the policy of the directory
     */
    static Beginning of(Path directory, Long seed, long defaultSeed, String policy, Supplier<Instant> began) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return known(file, seed, policy);
            }
            Beginning beginning = new Beginning(seed == null ? defaultSeed : seed, policy, began.get());
            Files.createDirectories(directory);
            write(file, beginning);
            return beginning;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep the demo's beginning in " + file + ", but could not", e);
        }
    }

    private static Beginning known(Path file, Long seed, String policy) throws IOException {
        Properties properties = properties(file);
        Beginning known = new Beginning(
                Long.parseLong(properties.getProperty("seed")), policy, Instant.parse(properties.getProperty("began")));
        if (seed != null && seed != known.seed()) {
            throw new IllegalStateException("Expected seed " + known.seed() + ", with which the demo in "
                    + file.getParent() + " began, but got " + seed + ": leave it out, or name another directory");
        }
        return known;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static void write(Path file, Beginning beginning) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(beginning.seed()));
        properties.setProperty("policy", beginning.policy());
        properties.setProperty("began", beginning.began().toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }
}
