package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import java.util.stream.Collectors;

/** A part of the policy document in plain words, as it is written there. */
final class NodeWords {

    private NodeWords() {}

    /** On one line; empty for what is not there. */
    static String of(SourceNode node) {
        return switch (node.kind()) {
            case ABSENT -> "";
            case SCALAR -> node.text();
            case LIST -> node.items().stream().map(NodeWords::item).collect(Collectors.joining(", "));
            case MAP ->
                node.values().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + item(entry.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String item(SourceNode node) {
        boolean several = node.kind() == SourceNode.Kind.MAP
                || (node.kind() == SourceNode.Kind.LIST && node.items().size() > 1);
        return several ? "(" + of(node) + ")" : of(node);
    }
}
