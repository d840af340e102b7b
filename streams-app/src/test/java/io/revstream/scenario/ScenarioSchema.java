package io.revstream.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.record.Fields;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The JSON Schema of scenarios, made from the schemas of the events, so that editors know every field and what it means. */
final class ScenarioSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TreeMap<String, ObjectNode> records = new TreeMap<>();

    static ObjectNode make() {
        return new ScenarioSchema().document();
    }

    private ObjectNode document() {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "a file of scenarios");
        ObjectNode keys = object(schema);
        one(keys);
        described(keys, "policy", "name of a preset, or a policy file beside the scenario")
                .put("type", "string");
        described(keys, "changes", "changes laid over the policy").put("type", "object");
        described(keys, "zone", "time zone of the instants; UTC when left out").put("type", "string");
        list(described(keys, "given", "steps that come first"), ref("step"));
        ObjectNode several = MAPPER.createObjectNode();
        several.putArray("required").add("scenario").add("steps");
        ObjectNode own = object(several);
        one(own);
        described(own, "changes", "further changes, of this scenario alone").put("type", "object");
        list(described(keys, "scenarios", "several scenarios that share policy, changes, zone and given"), several);
        schema.putArray("required").add("policy");
        ObjectNode definitions = schema.putObject("$defs");
        definitions.set("step", step());
        definitions.set("instant", instant());
        records.forEach(definitions::set);
        return schema;
    }

    private static void one(ObjectNode keys) {
        described(keys, "scenario", "what it tells, in one sentence").put("type", "string");
        oneOrMore(described(keys, "shows", "ids of requirements that it shows"), string());
        list(described(keys, "steps", "steps in the order of time"), ref("step"));
    }

    private ObjectNode step() {
        ObjectNode step = MAPPER.createObjectNode();
        ObjectNode keys = object(step);
        for (InputKind kind : InputKind.values()) {
            oneOrMore(
                    described(keys, kind.word(), "goes to topic " + kind.topic().name()), string());
            described(keys, kind.keyWord(), "id, or a list of ids");
            for (String field : StepReader.fields(kind)) {
                either(keys, field, field(FieldPath.find(schema(kind.topic().value()), field)));
            }
        }
        keys.set("at", ref("instant"));
        keys.set("until", ref("instant"));
        described(keys, "policy", "a preset or file that takes effect").put("type", "string");
        described(keys, "changes", "changes laid over that policy").put("type", "object");
        described(keys, "refused", "words of the refusal that should come").put("type", "string");
        keys.set("expect", topics("events at this instant"));
        keys.set("exactly", topics("events at this instant, and no others on their topic"));
        keys.set("latest", topics("the latest events at this instant"));
        ObjectNode nothing = described(keys, "nothing", "no such events, at this instant or until another");
        nothing.putArray("anyOf")
                .add(string())
                .add(list(MAPPER.createObjectNode(), string()))
                .add(topics("events"));
        return step;
    }

    /** Events of several topics may have fields of the same name. */
    private static void either(ObjectNode keys, String field, ObjectNode value) {
        JsonNode other = keys.get(field);
        if (other == null) {
            keys.set(field, value);
        } else if (!other.equals(value)) {
            keys.set(
                    field,
                    MAPPER.createObjectNode()
                            .set("anyOf", MAPPER.createArrayNode().add(other).add(value)));
        }
    }

    private ObjectNode topics(String tells) {
        ObjectNode topics = MAPPER.createObjectNode().put("description", tells);
        ObjectNode keys = object(topics);
        ExpectationReader.TOPICS.forEach((name, topic) -> {
            ObjectNode event = described(keys, name, topic.tells());
            oneOrMore(event, record(schema(topic.value())));
        });
        return topics;
    }

    private ObjectNode record(Schema type) {
        if (!records.containsKey(type.getName())) {
            ObjectNode record = MAPPER.createObjectNode().put("description", String.valueOf(type.getDoc()));
            records.put(type.getName(), record);
            ObjectNode keys = object(record);
            FieldPath.names(type).forEach(name -> keys.set(name, field(FieldPath.find(type, name))));
        }
        return ref(type.getName());
    }

    private ObjectNode field(List<Schema.Field> path) {
        Schema.Field field = path.get(path.size() - 1);
        ObjectNode node = value(Fields.type(field));
        return node.put("description", String.valueOf(field.doc()));
    }

    private ObjectNode value(Schema type) {
        ObjectNode node = MAPPER.createObjectNode();
        return switch (type.getType()) {
            case RECORD -> record(type);
            case ARRAY -> oneOrMore(node, value(type.getElementType()));
            case MAP -> node.put("type", "object");
            case ENUM -> {
                var symbols = node.putArray("enum");
                type.getEnumSymbols().forEach(symbols::add);
                symbols.addNull();
                yield node;
            }
            case LONG -> type.getLogicalType() == null ? node : ref("instant");
            default -> node;
        };
    }

    private static ObjectNode instant() {
        ObjectNode node = MAPPER.createObjectNode().put("title", "an instant");
        node.put("description", "2026-03-02 09:00, 2026-03-02T14:00:00Z, 09:05, Friday 16:00, +15min, +2d or +4bh");
        node.putArray("type").add("string").add("null");
        return node;
    }

    private static ObjectNode object(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        return schema.putObject("properties");
    }

    private static ObjectNode described(ObjectNode keys, String key, String tells) {
        return keys.putObject(key).put("description", tells);
    }

    private static ObjectNode list(ObjectNode node, ObjectNode items) {
        node.put("type", "array").set("items", items);
        return node;
    }

    private static ObjectNode oneOrMore(ObjectNode node, ObjectNode item) {
        node.putArray("anyOf").add(item).add(list(MAPPER.createObjectNode(), item));
        return node;
    }

    private static ObjectNode string() {
        ObjectNode node = MAPPER.createObjectNode();
        node.putArray("type").add("string").add("number").add("boolean");
        return node;
    }

    private static ObjectNode ref(String definition) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + definition);
    }

    private static Schema schema(Class<?> event) {
        return SpecificData.get().getSchema(event);
    }
}
