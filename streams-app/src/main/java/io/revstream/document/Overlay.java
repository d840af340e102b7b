package io.revstream.document;

import io.revstream.document.SourceNode.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document with changes laid over it. Keys of maps are changed one by one. In a list of named items, those whose first key has the same
 * value, such as {@code rule: pricing-page}, are changed, and others are added at its end. Anything else is replaced.
 */
public final class Overlay {

    private Overlay() {}

    /** The document with the changes; every value keeps the place from which it came. */
    public static SourceNode of(SourceNode document, SourceNode changes) {
        if (!changes.isPresent()) {
            return document;
        }
        if (document.kind() == Kind.MAP && changes.kind() == Kind.MAP) {
            return map(document, changes);
        }
        if (document.kind() == Kind.LIST && changes.kind() == Kind.LIST && isNamed(document) && isNamed(changes)) {
            return list(document, changes);
        }
        return changes;
    }

    private static SourceNode map(SourceNode document, SourceNode changes) {
        List<SourceNode> keys = new ArrayList<>(document.keys());
        Map<String, SourceNode> values = new LinkedHashMap<>(document.values());
        for (SourceNode key : changes.keys()) {
            SourceNode before = values.put(key.text(), of(document.at(key.text()), changes.at(key.text())));
            if (before == null) {
                keys.add(key);
            }
        }
        return SourceNode.map(changes.place(), changes.label(), List.copyOf(keys), values);
    }

    private static SourceNode list(SourceNode document, SourceNode changes) {
        List<SourceNode> items = new ArrayList<>(document.items());
        for (SourceNode change : changes.items()) {
            int same = names(items).indexOf(name(change));
            if (same < 0) {
                items.add(change);
            } else {
                items.set(same, of(items.get(same), change));
            }
        }
        return SourceNode.list(changes.place(), changes.label(), List.copyOf(items));
    }

    private static boolean isNamed(SourceNode list) {
        return !list.items().isEmpty() && names(list.items()).stream().noneMatch(String::isEmpty);
    }

    private static List<String> names(List<SourceNode> items) {
        return items.stream().map(Overlay::name).toList();
    }

    /** The first key of an item with its value; empty for an item without a name. */
    private static String name(SourceNode item) {
        if (item.keys().isEmpty()) {
            return "";
        }
        String key = item.keys().get(0).text();
        return item.at(key).text() == null ? "" : key + ": " + item.at(key).text();
    }
}
