package io.revstream.app.cli;

import io.revstream.document.Problem;
import io.revstream.document.Problem.Severity;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.Presets;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Finds the policy that a command line names: a preset or a file. */
final class PolicySource {

    private PolicySource() {}

    /** The policy with its problems; a document that cannot be had is a problem of its own. */
    static PolicyReading read(String name) {
        try {
            return PolicyReader.read(name, text(name), LocalDate.now(ZoneOffset.UTC));
        } catch (IOException e) {
            return new PolicyReading(null, List.of(new Problem(name, 0, 0, Severity.ERROR, reason(e))));
        }
    }

    /** The document as written. */
    static String text(String name) throws IOException {
        return Presets.names().contains(name) ? Presets.text(name) : Files.readString(Path.of(name));
    }

    static String reason(IOException e) {
        String expected = "Expected a policy file or a preset (" + String.join(", ", Presets.names()) + "), but ";
        if (e instanceof NoSuchFileException) {
            return expected + "there is no such file";
        }
        return expected + (e instanceof MalformedInputException ? "the file is not UTF-8" : e.getMessage());
    }
}
