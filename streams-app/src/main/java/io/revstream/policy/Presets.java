package io.revstream.policy;

import io.revstream.document.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Policies that are shipped: every YAML document in the folder {@code presets} beside this class. */
public final class Presets {

    private static final String FOLDER = "presets/";
    private static final String ENDING = ".yaml";
    private static final List<String> NAMES = list();

    private Presets() {}

    /** Names of all presets, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The YAML document of a preset.
     *
     * @throws IllegalArgumentException for a name that no preset has
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(Problems.unknown("a preset", name, NAMES));
        }
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name + ENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The policy of a preset.
     *
     * @throws IllegalArgumentException for a name that no preset has
     */
    public static Policy policy(String name) {
        return PolicyReader.read(name + ENDING, text(name)).orThrow();
    }

    /** The folder may lie on disk or in a jar, which may lack entries for folders: so it is found by a file beside it. */
    private static List<String> list() {
        URL beside = Presets.class.getResource("policy.schema.json");
        try (Stream<String> files = beside.getProtocol().equals("jar") ? inJar(beside) : onDisk(beside)) {
            return files.filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> onDisk(URL beside) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(uri(beside)).resolveSibling(FOLDER))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static Stream<String> inJar(URL beside) throws IOException {
        JarURLConnection connection = (JarURLConnection) beside.openConnection();
        connection.setUseCaches(false);
        String entry = connection.getEntryName();
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1) + FOLDER;
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream().map(file -> file.getName()).filter(file -> file.startsWith(folder)).toList().stream();
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
