package io.revstream.app.publish.mapping;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a mapping file, gathered so that all of it is told at once. */
final class Problems {

    private record Problem(int line, int column, String text) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** @param text "Expected ..., but ..." */
    void add(Node at, String text) {
        add(at.getStartMark(), text);
    }

    void add(Mark at, String text) {
        add(at.getLine() + 1, at.getColumn() + 1, text);
    }

    /** @param line and {@code column} count from 1 */
    void add(int line, int column, String text) {
        found.add(new Problem(line, column, text));
    }

    void throwIfAny() throws MappingException {
        if (!found.isEmpty()) {
            throw new MappingException(found.stream()
                    .sorted((a, b) -> a.line != b.line ? a.line - b.line : a.column - b.column)
                    .map(p -> "%s:%d:%d: %s".formatted(file, p.line, p.column, p.text))
                    .distinct()
                    .toList());
        }
    }
}
