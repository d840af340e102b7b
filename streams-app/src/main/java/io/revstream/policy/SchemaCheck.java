package io.revstream.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.revstream.document.DidYouMean;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks the shape of a document against the schema that editors use, in words of our own. A {@code title} in the schema says what is expected. */
final class SchemaCheck {

    private static final Map<String, String> TYPES = Map.of(
            "object",
            "keys with values",
            "array",
            "a list",
            "integer",
            "a whole number",
            "number",
            "a number",
            "boolean",
            "true or false",
            "string",
            "a text");

    private static final JsonNode DOCUMENT = document();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DOCUMENT);

    private SchemaCheck() {}

    static void check(SourceNode document, Problems problems) {
        for (Error error : SCHEMA.validate(document.toJson())) {
            SourceNode node = find(document, error.getInstanceLocation());
            String keyword = error.getSchemaLocation().getFragment().toString();
            JsonNode schema = DOCUMENT.at(keyword.substring(0, keyword.lastIndexOf('/')));
            report(error, node, schema, problems);
        }
    }

    private static void report(Error error, SourceNode node, JsonNode schema, Problems problems) {
        JsonNode rule = error.getSchemaNode();
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                SourceNode key = key(node, error.getProperty());
                List<String> known = new ArrayList<>();
                schema.path("properties").fieldNames().forEachRemaining(known::add);
                problems.error(key, Problems.unknown("a key of " + title(schema), key.text(), known));
            }
            case "required" -> {
                if (!mistyped(error.getProperty(), node, schema)) {
                    problems.error(
                            node.label(),
                            "Expected the key \"" + error.getProperty() + "\" in " + title(schema)
                                    + ", but it is missing");
                }
            }
            case "enum" -> problems.error(node, oneOf(node, rule));
            case "minimum", "maximum" ->
                problems.error(node, "Expected " + range(schema) + ", but found " + node.words());
            case "minItems", "minProperties" ->
                problems.error(
                        node,
                        "Expected at least " + rule.asText() + " in " + title(schema) + ", but found " + size(node));
            case "minLength" -> problems.error(node, "Expected " + title(schema) + ", but it is empty");
            default -> problems.error(node, "Expected " + title(schema) + ", but found " + node.words());
        }
    }

    /** Whether a key is missing only because it is mistyped, which is a problem of its own. */
    private static boolean mistyped(String key, SourceNode map, JsonNode schema) {
        return map.values().keySet().stream()
                .filter(name -> !schema.path("properties").has(name))
                .anyMatch(name -> DidYouMean.nearest(name, List.of(key)) != null);
    }

    private static String oneOf(SourceNode node, JsonNode allowed) {
        List<String> known = new ArrayList<>();
        allowed.forEach(value -> known.add(value.asText()));
        String question = node.text() == null ? "" : DidYouMean.question(node.text(), known);
        return "Expected " + String.join(" or ", known) + ", but found " + node.words() + question;
    }

    private static String range(JsonNode schema) {
        String number = schema.path("type").asText().equals("number") ? "a number" : "a whole number";
        return number + " from " + schema.get("minimum") + " to " + schema.get("maximum");
    }

    private static String size(SourceNode node) {
        return String.valueOf(node.items().size() + node.values().size());
    }

    private static String title(JsonNode schema) {
        if (schema.has("title")) {
            return schema.get("title").asText();
        }
        JsonNode type = schema.path("type");
        List<String> words = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> words.add(TYPES.get(one.asText())));
        } else {
            words.add(TYPES.get(type.asText()));
        }
        return words.stream().distinct().collect(Collectors.joining(" or "));
    }

    private static SourceNode key(SourceNode map, String name) {
        return map.keys().stream()
                .filter(key -> name.equals(key.text()))
                .findFirst()
                .orElse(map);
    }

    private static SourceNode find(SourceNode root, NodePath path) {
        SourceNode node = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index ? node.items().get(index) : node.at(step.toString());
        }
        return node;
    }

    private static JsonNode document() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("policy.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
