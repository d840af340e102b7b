package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of scenarios that belong to a policy: those that name it. */
public final class PolicyScenarios {

    /** Name of the folder beside a policy that holds its scenarios. */
    public static final String FOLDER = "scenarios";

    private static final String ENDING = ".yaml";

    private PolicyScenarios() {}

    /**
     * Scenarios of a policy file: files beside it, and in the folder {@code scenarios} beside it, that name it.
     *
     * @throws IOException when they cannot be listed
     */
    public static List<Path> of(Path policy) throws IOException {
        Path folder = policy.toAbsolutePath().getParent();
        List<Path> candidates = new ArrayList<>(beside(folder));
        Path own = folder.resolve(FOLDER);
        if (Files.isDirectory(own)) {
            candidates.addAll(ScenarioFiles.in(own));
        }
        List<Path> files = new ArrayList<>();
        for (Path file : candidates) {
            String name = policyOf(file);
            if (name != null && isSame(file.resolveSibling(name), policy)) {
                files.add(relative(file, policy));
            }
        }
        return files;
    }

    /**
     * Scenarios of a preset: files in a folder and its folders that name it.
     *
     * @throws IOException when they cannot be listed
     */
    public static List<Path> ofPreset(String preset, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : ScenarioFiles.in(folder)) {
            if (preset.equals(policyOf(file))) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * The policies in a folder, without its folders.
     *
     * @throws IOException when they cannot be listed
     */
    public static List<Path> policiesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : yaml(folder)) {
            if (ScenarioFiles.isPolicy(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static List<Path> beside(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(yaml(folder));
        files.removeAll(policiesIn(folder));
        return files;
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** What a file of scenarios names as its policy; null for a file that names none. */
    private static String policyOf(Path file) throws IOException {
        return SourceReader.read(Files.readString(file), "a scenario", new Problems(file.toString()))
                .at("policy")
                .text();
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }

    /** As near to how the user wrote the policy as can be, for messages. */
    private static Path relative(Path file, Path policy) {
        if (policy.isAbsolute()) {
            return file;
        }
        Path folder = policy.getParent();
        Path within = policy.toAbsolutePath().getParent().relativize(file);
        return folder == null ? within : folder.resolve(within);
    }
}
