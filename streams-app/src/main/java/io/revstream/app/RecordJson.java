package io.revstream.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/**
 * A public record as JSON, field by field: instants in ISO 8601, lengths of time in seconds, parts of events as {@link EventJson} has them,
 * nulls left out. So an explanation that says more says so everywhere.
 */
public final class RecordJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    public static ObjectNode of(Record value) {
        ObjectNode json = NODES.objectNode();
        for (RecordComponent field : value.getClass().getRecordComponents()) {
            Object part = part(value, field);
            if (part != null) {
                json.set(field.getName(), node(part));
            }
        }
        return json;
    }

    private static Object part(Record value, RecordComponent field) {
        try {
            return field.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Expected a public record, but found " + value.getClass(), e);
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof Record part) {
            return of(part);
        }
        if (value instanceof IndexedRecord part) {
            return EventJson.of(part);
        }
        if (value instanceof Collection<?> list) {
            ArrayNode json = NODES.arrayNode();
            list.forEach(each -> json.add(node(each)));
            return json;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode json = NODES.objectNode();
            map.forEach((name, each) -> json.set(String.valueOf(name), node(each)));
            return json;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Duration time) {
            return NODES.numberNode(time.toSeconds());
        }
        if (value instanceof TemporalAccessor || value instanceof CharSequence || value instanceof ZoneId) {
            return NODES.textNode(value.toString());
        }
        if (value instanceof Enum<?> word) {
            return NODES.textNode(word.name());
        }
        throw new IllegalStateException("Expected a value that JSON has a form for, but found " + value.getClass());
    }
}
