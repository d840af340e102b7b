package io.revstream.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A short policy document without a problem, and the same with something put in the place of something. */
final class SmallPolicy {

    static final String YAML = read();

    private SmallPolicy() {}

    /** The document with one text in the place of another, which must stand in it once. */
    static String with(String instead, String of) {
        assertThat(YAML.split(java.util.regex.Pattern.quote(of), -1)).as(of).hasSize(2);
        return YAML.replace(of, instead);
    }

    /** Problems of a document as {@code line:column severity: message}. */
    static List<String> problems(String yaml) {
        return PolicyReader.read("p", yaml).problems().stream()
                .map(problem -> problem.toString().substring(2))
                .toList();
    }

    private static String read() {
        try (InputStream in = SmallPolicy.class.getResourceAsStream("small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
