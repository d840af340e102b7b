package io.revstream.scenario;

import io.revstream.document.Overlay;
import io.revstream.document.Problem;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the policies that a file of scenarios names: presets, or files beside it.
 *
 * @param scenarios the file that names them
 * @param instead preset or policy file that takes the place of all of them; null when there is none
 */
record PolicyFinder(Path scenarios, String instead) {

    /**
     * Reads a policy.
     *
     * @param changes laid over it; absent when it is taken as it is
     */
    PolicyReading read(String named, SourceNode changes) {
        String name = instead == null ? named : instead;
        boolean preset = Presets.names().contains(name);
        String file = preset || instead != null
                ? name
                : scenarios.resolveSibling(name).toString();
        String text;
        try {
            text = preset ? Presets.text(name) : Files.readString(Path.of(file));
        } catch (IOException e) {
            String expected = "Expected a policy file or a preset (" + String.join(", ", Presets.names()) + "), but ";
            return new PolicyReading(
                    null, List.of(new Problem(file, 0, 0, Problem.Severity.ERROR, expected + reason(e))));
        }
        PolicyReading asItIs = PolicyReader.read(file, text);
        if (!changes.isPresent() || asItIs.policy() == null) {
            return asItIs;
        }
        SourceNode document = SourceReader.read(text, "a policy", new Problems(file));
        return PolicyReader.read(scenarios.toString(), Overlay.of(document, changes));
    }

    static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : "it cannot be read: " + e.getMessage();
    }
}
