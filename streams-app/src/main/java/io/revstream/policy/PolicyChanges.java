package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two policy documents, in plain words. Documents are compared as written: a default that one of them writes out is
 * a difference here, though it decides nothing.
 */
public final class PolicyChanges {

    /** It differs always, and is told anyhow. */
    private static final String VERSION = "version";

    private final List<PolicyChange> changes = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private PolicyChanges() {}

    /** All differences but that of the version, in the order of the documents. */
    public static List<PolicyChange> between(String before, String after) {
        PolicyChanges changes = new PolicyChanges();
        changes.maps(read(before), read(after));
        return List.copyOf(changes.changes);
    }

    private static SourceNode read(String yaml) {
        return SourceReader.read(yaml, "a policy", new Problems("policy"));
    }

    private void compare(String name, SourceNode before, SourceNode after) {
        path.add(name);
        if (isMap(before) && isMap(after)) {
            maps(before, after);
        } else if (isNamed(before) && isNamed(after)) {
            named(before, after);
        } else if (isWords(before) && isWords(after)) {
            words(before, after);
        } else if (!before.toJson().equals(after.toJson())) {
            add(text(before), text(after));
        }
        path.remove(path.size() - 1);
    }

    private void maps(SourceNode before, SourceNode after) {
        Set<String> names = new LinkedHashSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        if (path.isEmpty()) {
            names.remove(VERSION);
        }
        names.forEach(name -> compare(name, before.at(name), after.at(name)));
    }

    /** Items that are known by their first key: those of the same name are compared, wherever they stand. */
    private void named(SourceNode before, SourceNode after) {
        Set<String> names = new LinkedHashSet<>(names(before));
        names.addAll(names(after));
        names.forEach(name -> compare(name, item(before, name), item(after, name)));
        order(names(before), names(after));
    }

    private void words(SourceNode before, SourceNode after) {
        List<String> former = before.texts();
        List<String> later = after.texts();
        List<String> added = without(later, former);
        List<String> removed = without(former, later);
        if (!added.isEmpty() || !removed.isEmpty()) {
            add(
                    removed.isEmpty() ? null : String.join(", ", removed),
                    added.isEmpty() ? null : String.join(", ", added));
        }
        order(former, later);
    }

    /** Tells when what both have stands in another order. */
    private void order(List<String> before, List<String> after) {
        List<String> former = new ArrayList<>(before);
        List<String> later = new ArrayList<>(after);
        former.retainAll(after);
        later.retainAll(before);
        if (!former.equals(later)) {
            path.add("order");
            add(String.join(", ", former), String.join(", ", later));
            path.remove(path.size() - 1);
        }
    }

    private void add(String before, String after) {
        changes.add(new PolicyChange(path, before, after));
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }

    private static boolean isMap(SourceNode node) {
        return node.kind() == SourceNode.Kind.MAP;
    }

    private static boolean isWords(SourceNode node) {
        return node.kind() == SourceNode.Kind.LIST
                && node.texts().size() == node.items().size();
    }

    private static boolean isNamed(SourceNode list) {
        List<String> names = names(list);
        return list.kind() == SourceNode.Kind.LIST
                && !names.isEmpty()
                && !names.contains("")
                && new HashSet<>(names).size() == names.size();
    }

    private static List<String> names(SourceNode list) {
        return list.items().stream().map(PolicyChanges::name).toList();
    }

    /** The first key of an item with its value, such as {@code rule pricing-page}; empty for an item without a name. */
    private static String name(SourceNode item) {
        if (item.keys().isEmpty()) {
            return "";
        }
        String key = item.keys().get(0).text();
        return item.at(key).text() == null ? "" : key + " " + item.at(key).text();
    }

    private static SourceNode item(SourceNode list, String name) {
        return list.items().stream()
                .filter(item -> name(item).equals(name))
                .findFirst()
                .orElse(SourceNode.absent(list.place()));
    }

    /** On one line; null for what is not there. */
    private static String text(SourceNode node) {
        return switch (node.kind()) {
            case ABSENT -> null;
            case SCALAR -> node.text();
            case LIST -> "[" + node.items().stream().map(PolicyChanges::text).collect(Collectors.joining(", ")) + "]";
            case MAP ->
                "{"
                        + node.values().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                                .collect(Collectors.joining(", "))
                        + "}";
        };
    }
}
