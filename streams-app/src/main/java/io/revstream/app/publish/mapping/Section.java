package io.revstream.app.publish.mapping;

import io.revstream.document.DidYouMean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Keys and values of a mapping file at one place, each with its position. What is not as expected becomes a problem and reads as null. */
final class Section {

    private final Node node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    private Section(MappingNode node, Problems problems) {
        this.node = node;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(entry.getKeyNode(), "Expected a word as key, but found " + describe(entry.getKeyNode()));
            } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                problems.add(key, "Expected each key once, but `" + key.getValue() + "` occurs twice");
            } else {
                keys.put(key.getValue(), key);
            }
        }
    }

    /** A section whose keys are free: field names, words. Null when there are no keys and values. */
    static Section free(Node node, String what, Problems problems) {
        if (node instanceof MappingNode mapping) {
            return new Section(mapping, problems);
        }
        problems.add(node, "Expected " + what + " as keys and values, but found " + describe(node));
        return null;
    }

    /** A section whose keys are known. */
    static Section of(Node node, String what, Set<String> known, Problems problems) {
        Section section = free(node, what, problems);
        if (section != null) {
            section.keys.forEach((key, at) -> {
                if (!known.contains(key)) {
                    problems.add(
                            at,
                            "Expected a key of %s (%s), but found `%s`%s"
                                    .formatted(what, String.join(", ", known), key, DidYouMean.question(key, known)));
                }
            });
        }
        return section;
    }

    Node at() {
        return node;
    }

    Map<String, Node> values() {
        return values;
    }

    Node key(String key) {
        return keys.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Node value(String key) {
        return values.get(key);
    }

    /** Text of a scalar; null when there is none. An empty text is one only when it is quoted. */
    String text(String key) {
        return has(key) ? text(value(key), "`" + key + "`", problems) : null;
    }

    static String text(Node value, String what, Problems problems) {
        if (value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        problems.add(value, "Expected a text for " + what + ", but found " + describe(value));
        return null;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.add(value(key), "Expected true or false for `" + key + "`, but found `" + text + "`");
        }
        return "true".equals(text);
    }

    static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? "nothing" : "`" + scalar.getValue() + "`";
        }
        return node instanceof SequenceNode ? "a list" : "keys and values";
    }
}
