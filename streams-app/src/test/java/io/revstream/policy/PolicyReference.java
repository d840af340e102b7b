package io.revstream.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reference of all policy keys from the JSON Schema. */
final class PolicyReference {

    private static final String REF = "#/$defs/";
    private static final String COLUMNS = "| Key | Meaning | Type | Default | Example |\n|---|---|---|---|---|\n";

    private final JsonNode schema;
    private final StringBuilder text = new StringBuilder();

    private PolicyReference(JsonNode schema) {
        this.schema = schema;
    }

    static String of(JsonNode schema) {
        PolicyReference reference = new PolicyReference(schema);
        reference.write();
        return reference.text.toString();
    }

    private void write() {
        text.append("# Reference of the policy\n\n")
                .append(
                        "Every key, as the JSON Schema has it (`PolicyReferenceTest` writes this page). Required keys stand in **bold**. `[]` is an item")
                .append(" of a list, `<name>` a name of your own.\n\n## The document\n\n");
        text.append(COLUMNS);
        Set<String> required = required(schema);
        for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
            row(key.getKey(), key.getValue(), required.contains(key.getKey()));
        }
        for (Map.Entry<String, JsonNode> section : schema.path("properties").properties()) {
            if (isMap(section.getValue()) && section.getValue().has("properties")) {
                title("## ", section.getKey(), section.getValue());
                rows(section.getValue(), section.getKey() + ".");
            }
        }
        text.append("\n# Shapes that several keys share\n");
        for (Map.Entry<String, JsonNode> shape : schema.path("$defs").properties()) {
            if (isMap(shape.getValue())) {
                title("## ", shape.getKey(), shape.getValue());
                rows(shape.getValue(), "");
            }
        }
        text.append("\n## Words and figures\n\n| Type | Meaning | Form |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> word : schema.path("$defs").properties()) {
            if (!isMap(word.getValue())) {
                text.append("| ").append(typeOf(word.getValue()));
                text.append(" | ")
                        .append(cell(word.getValue().path("description").asText()));
                JsonNode pattern = word.getValue().path("pattern");
                text.append(" | ")
                        .append(pattern.isTextual() ? code(pattern.asText()) : "")
                        .append(" |\n");
            }
        }
    }

    private void title(String level, String name, JsonNode node) {
        text.append('\n').append(level).append(name).append("\n\n");
        text.append(node.path("description").asText()).append("\n\n");
    }

    private void rows(JsonNode map, String before) {
        text.append(COLUMNS);
        addRows(map, before);
    }

    private void addRows(JsonNode map, String before) {
        Set<String> required = required(map);
        for (Map.Entry<String, JsonNode> property : map.path("properties").properties()) {
            row(before + property.getKey(), property.getValue(), required.contains(property.getKey()));
            within(before + property.getKey(), property.getValue());
        }
    }

    private static Set<String> required(JsonNode map) {
        Set<String> required = new LinkedHashSet<>();
        map.path("required").forEach(key -> required.add(key.asText()));
        return required;
    }

    /** Rows of what a key holds, unless it is a shape of its own. */
    private void within(String key, JsonNode node) {
        if (node.has("properties")) {
            addRows(node, key + ".");
        }
        if (node.path("items").has("properties")) {
            addRows(node.get("items"), key + "[].");
        }
        if (node.path("additionalProperties").has("properties")) {
            addRows(node.get("additionalProperties"), key + ".<name>.");
        }
    }

    private void row(String key, JsonNode node, boolean required) {
        String name = code(key);
        text.append("| ").append(required ? "**" + name + "**" : name);
        text.append(" | ").append(cell(node.path("description").asText()));
        text.append(" | ").append(type(node));
        text.append(" | ").append(node.has("default") ? code(flow(node.get("default"))) : "");
        text.append(" | ")
                .append(
                        node.path("examples").isEmpty()
                                ? ""
                                : code(flow(node.get("examples").get(0))));
        text.append(" |\n");
    }

    /** The type of a value, with a link where it is a shape of its own. */
    private String type(JsonNode node) {
        if (node.has("$ref")) {
            return linked(node.get("$ref").asText(), "");
        }
        if (node.path("items").has("$ref")) {
            return linked(node.get("items").get("$ref").asText(), "list of ");
        }
        if (node.path("additionalProperties").has("$ref")) {
            return linked(node.get("additionalProperties").get("$ref").asText(), "by name: ");
        }
        return typeOf(node);
    }

    private String linked(String ref, String before) {
        String name = ref.substring(REF.length());
        JsonNode shape = schema.path("$defs").path(name);
        return before + (isMap(shape) ? "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")" : typeOf(shape));
    }

    private static String typeOf(JsonNode node) {
        if (node.has("enum")) {
            List<String> words = new ArrayList<>();
            node.get("enum").forEach(word -> words.add(code(word.asText())));
            return String.join(" or ", words);
        }
        if (node.has("minimum") && node.has("maximum")) {
            return (node.path("type").asText().equals("number") ? "number, " : "whole number, ") + node.get("minimum")
                    + " to " + node.get("maximum");
        }
        return cell(node.has("title") ? node.get("title").asText() : words(node.path("type")));
    }

    private static String words(JsonNode type) {
        if (type.isArray()) {
            List<String> all = new ArrayList<>();
            type.forEach(one -> all.add(words(one)));
            return all.stream().distinct().collect(Collectors.joining(" or "));
        }
        return switch (type.asText()) {
            case "integer" -> "whole number";
            case "number" -> "number";
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "array" -> "list";
            default -> "keys with values";
        };
    }

    private static boolean isMap(JsonNode node) {
        return node.path("type").asText().equals("object");
    }

    /** On one line, as YAML takes it. */
    private static String flow(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.asText();
    }

    private static String code(String value) {
        return "`" + cell(value) + "`";
    }

    private static String cell(String value) {
        return value.replace("|", "\\|").replace("\n", " ");
    }
}
