package io.revstream.scenario;

import io.revstream.document.Problem;
import io.revstream.document.Problems;
import io.revstream.document.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the files of scenarios. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /**
     * The files that are meant by a path: itself, or the YAML files in a folder and its folders, sorted, policies left out.
     *
     * @throws IOException when they cannot be listed
     */
    public static List<Path> in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted().toList()) {
                if (file.toString().endsWith(".yaml") && !isPolicy(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** Reads a file; one that cannot be read is a problem of its own. */
    public static ScenarioReading read(Path file) {
        return read(file, null);
    }

    /**
     * Reads a file with another policy in place of the one that it names.
     *
     * @param instead preset or policy file; null takes what the file names
     */
    public static ScenarioReading read(Path file, String instead) {
        try {
            return ScenarioReader.read(file, Files.readString(file), instead);
        } catch (IOException e) {
            String reason = "Expected a file of scenarios, but " + PolicyFinder.reason(e);
            return new ScenarioReading(
                    List.of(), List.of(new Problem(file.toString(), 0, 0, Problem.Severity.ERROR, reason)));
        }
    }

    /** Policies may lie beside the scenarios that use them; every policy has a version, and no scenario has. */
    static boolean isPolicy(Path file) throws IOException {
        return SourceReader.read(Files.readString(file), "a document", new Problems(file.toString()))
                .at("version")
                .isPresent();
    }
}
