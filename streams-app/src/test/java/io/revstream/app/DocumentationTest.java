package io.revstream.app;

import io.revstream.stream.Catalogue;
import io.revstream.stream.DeadLetterCode;
import io.revstream.stream.Topic;
import io.revstream.stream.Topic.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables of the documentation are as the code says. After a change of the catalogue, run with {@code -Dgolden.write=true}: it writes the
 * topics table of the README anew.
 */
class DocumentationTest {

    private static final Path README = Path.of("../README.md");
    private static final Path ARCHITECTURE = Path.of("../docs/architecture.md");
    private static final String BEGIN = "<!-- topics: written by DocumentationTest -->\n";
    private static final String END = "<!-- end of topics -->\n";

    @Test
    void theReadmeListsEveryTopicOfTheCatalogue() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        String expected = table();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(expected);
        }
    }

    @Test
    void everyDeadLetterCodeIsExplained() throws IOException {
        List<String> explained;
        try (Stream<String> lines = Files.lines(ARCHITECTURE)) {
            explained = lines.filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
                    .map(line -> line.substring(3, line.indexOf('`', 3)))
                    .toList();
        }
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DeadLetterCode.values())
                        .map(DeadLetterCode::name)
                        .toList());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| Topic | Key | Tells |\n|---|---|---|\n");
        for (Role role : Role.values()) {
            table.append("| **").append(title(role)).append("** | | |\n");
            Catalogue.of("<topology>").stream()
                    .filter(topic -> topic.role() == role)
                    .forEach(topic -> table.append(row(topic)));
        }
        return table.append('\n').toString();
    }

    private static String title(Role role) {
        return switch (role) {
            case INPUT -> "In: your systems write";
            case OUTPUT -> "Out: your systems read";
            case INTERNAL -> "Between topologies";
        };
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s%s |%n"
                .formatted(
                        topic.name(),
                        topic.keyedBy(),
                        topic.tells().replace("the <topology>", "a"),
                        topic.compacted() ? " (compacted)" : "")
                .replace(System.lineSeparator(), "\n");
    }
}
