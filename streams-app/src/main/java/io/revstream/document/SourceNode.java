package io.revstream.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A value of a document with its place. What is not there is an absent node at the place of what should hold it, so that a check can
 * look on without asking.
 *
 * @param kind what it is
 * @param place where it stands
 * @param label where its name stands; where it stands itself when it has none
 * @param text the text of a scalar as written; null for anything else
 * @param plain true for a scalar without quotes, which may be a number, true, false or nothing
 * @param keys names of a map as nodes, in the order of the document
 * @param values values of a map by name
 * @param items items of a list
 */
public record SourceNode(
        Kind kind,
        Place place,
        Place label,
        String text,
        boolean plain,
        List<SourceNode> keys,
        Map<String, SourceNode> values,
        List<SourceNode> items) {

    public enum Kind {
        ABSENT,
        SCALAR,
        LIST,
        MAP
    }

    public static SourceNode absent(Place place) {
        return new SourceNode(Kind.ABSENT, place, place, null, false, List.of(), Map.of(), List.of());
    }

    public static SourceNode scalar(Place place, Place label, String text, boolean plain) {
        return new SourceNode(Kind.SCALAR, place, label, text, plain, List.of(), Map.of(), List.of());
    }

    public static SourceNode list(Place place, Place label, List<SourceNode> items) {
        return new SourceNode(Kind.LIST, place, label, null, false, List.of(), Map.of(), items);
    }

    public static SourceNode map(Place place, Place label, List<SourceNode> keys, Map<String, SourceNode> values) {
        return new SourceNode(Kind.MAP, place, label, null, false, keys, values, List.of());
    }

    public boolean isPresent() {
        return kind != Kind.ABSENT;
    }

    /** The value of that name, or an absent node. */
    public SourceNode at(String name) {
        SourceNode value = name == null ? null : values.get(name);
        return value == null ? absent(label) : value;
    }

    /** The value at the end of a path. */
    public SourceNode at(String name, String... further) {
        SourceNode node = at(name);
        for (String next : further) {
            node = node.at(next);
        }
        return node;
    }

    /** That value of each item. */
    public List<SourceNode> each(String name) {
        return items.stream()
                .map(item -> item.at(name))
                .filter(SourceNode::isPresent)
                .toList();
    }

    /** The texts of a list's items. */
    public List<String> texts() {
        return items.stream().map(SourceNode::text).filter(text -> text != null).toList();
    }

    /** The items of a list; of anything else that is there, itself. */
    public List<SourceNode> oneOrMore() {
        return kind == Kind.LIST ? items : isPresent() ? List.of(this) : List.of();
    }

    /** The whole number that a scalar holds, or null. */
    public Long number() {
        JsonNode json = toJson();
        try {
            return json.isNumber() ? Long.valueOf(json.decimalValue().longValueExact()) : null;
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** As the schema sees it. */
    public JsonNode toJson() {
        return switch (kind) {
            case ABSENT -> JsonNodeFactory.instance.missingNode();
            case SCALAR -> plain ? PlainScalar.toJson(text) : JsonNodeFactory.instance.textNode(text);
            case LIST -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                items.forEach(item -> array.add(item.toJson()));
                yield array;
            }
            case MAP -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                values.forEach((name, value) -> object.set(name, value.toJson()));
                yield object;
            }
        };
    }

    /** In a message: {@code but found ...}. */
    public String words() {
        return switch (kind) {
            case ABSENT -> "nothing";
            case LIST -> items.isEmpty() ? "an empty list" : "a list";
            case MAP -> "keys with values";
            case SCALAR -> {
                JsonNode json = toJson();
                yield json.isNull() ? "nothing" : json.isTextual() ? "\"" + text + "\"" : text;
            }
        };
    }
}
