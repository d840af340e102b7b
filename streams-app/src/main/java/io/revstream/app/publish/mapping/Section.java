package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Map;
import java.util.Set;

/** Keys and values of a mapping file at one place. What is not as expected becomes a problem and reads as null. */
final class Section {

    private final SourceNode node;
    private final Problems problems;

    private Section(SourceNode node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** A section whose keys are free: field names, words. Null when there are no keys and values. */
    static Section free(SourceNode node, String what, Problems problems) {
        if (node.kind() == SourceNode.Kind.MAP) {
            return new Section(node, problems);
        }
        problems.error(node, "Expected " + what + " as keys and values, but found " + node.words());
        return null;
    }

    /** A section whose keys are known. */
    static Section of(SourceNode node, String what, Set<String> known, Problems problems) {
        Section section = free(node, what, problems);
        if (section != null) {
            node.keys().forEach(key -> problems.unlessKnown(key, "a key of " + what, known));
        }
        return section;
    }

    SourceNode at() {
        return node;
    }

    Map<String, SourceNode> values() {
        return node.values();
    }

    /** The key itself, as a place for problems. */
    SourceNode key(String key) {
        return node.keys().stream()
                .filter(k -> k.text().equals(key))
                .findFirst()
                .orElse(node);
    }

    boolean has(String key) {
        return node.values().containsKey(key);
    }

    /** Null when there is none. */
    SourceNode value(String key) {
        return node.values().get(key);
    }

    /** Text of a scalar; null when there is none. An empty text is one only when it is quoted. */
    String text(String key) {
        return has(key) ? text(value(key), "`" + key + "`", problems) : null;
    }

    static String text(SourceNode value, String what, Problems problems) {
        if (value.text() != null && !value.toJson().isNull()) {
            return value.text();
        }
        problems.error(value, "Expected a text for " + what + ", but found " + value.words());
        return null;
    }

    /** Text of a scalar that must be there and not be blank. */
    String needed(String key) {
        String text = text(key);
        if (!has(key)) {
            problems.error(node, "Expected `" + key + "`, but found none");
        } else if (text != null && text.isBlank()) {
            problems.error(value(key), "Expected a text for `" + key + "`, but it is blank");
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.error(
                    value(key),
                    "Expected true or false for `" + key + "`, but found "
                            + value(key).words());
        }
        return "true".equals(text);
    }
}
