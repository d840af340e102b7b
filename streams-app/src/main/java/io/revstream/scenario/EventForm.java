package io.revstream.scenario;

import io.revstream.document.SourceNode;
import io.revstream.record.EmptyRecord;
import io.revstream.record.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Fills an event from the keys of a step. */
final class EventForm {

    private final SpecificData model;
    private final Values values;

    EventForm(SpecificData model, Values values) {
        this.model = model;
        this.values = values;
    }

    /** A record of the type, filled from a map; what it lacks is a problem. */
    private SpecificRecordBase record(Schema type, SourceNode map) {
        SpecificRecordBase record = EmptyRecord.of(type, model);
        if (values.is(map, SourceNode.Kind.MAP, "fields of " + type.getName())) {
            map.keys().forEach(key -> put(record, key, map.at(key.text())));
            complete(record, map);
        }
        return record;
    }

    /** Puts the value of one key into the record, or into the one record that it holds. */
    void put(SpecificRecordBase record, SourceNode key, SourceNode value) {
        List<Schema.Field> path = FieldPath.find(record.getSchema(), key.text());
        if (path.isEmpty()) {
            FieldPath.unknown(key, record.getSchema(), values.problems());
            return;
        }
        SpecificRecordBase holder = record;
        for (Schema.Field outer : path.subList(0, path.size() - 1)) {
            if (holder.get(outer.pos()) == null) {
                holder.put(outer.pos(), EmptyRecord.of(Fields.type(outer), model));
            }
            holder = (SpecificRecordBase) holder.get(outer.pos());
        }
        Schema.Field field = path.get(path.size() - 1);
        if (Values.isNothing(value) && Fields.isNullable(field)) {
            return;
        }
        Object read = value(Fields.type(field), value);
        if (read != null) {
            holder.put(field.pos(), read);
        }
    }

    /** Makes a record whole: one that it cannot be without is there, if empty; for anything else there is a problem. */
    void complete(SpecificRecordBase record, SourceNode at) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (record.get(field.pos()) != null || !Fields.mustBeStated(field)) {
                continue;
            }
            if (Fields.type(field).getType() == Schema.Type.RECORD) {
                SpecificRecordBase nested = EmptyRecord.of(Fields.type(field), model);
                complete(nested, at);
                record.put(field.pos(), nested);
            } else if (!at.at(field.name()).isPresent()) {
                String type = record.getSchema().getName();
                values.problems()
                        .error(at, "Expected the field \"" + field.name() + "\" of " + type + ", but it is missing");
            }
        }
    }

    private Object value(Schema type, SourceNode node) {
        return switch (type.getType()) {
            case RECORD -> record(type, node);
            case ARRAY -> list(type.getElementType(), node);
            case MAP -> map(type.getValueType(), node);
            default -> values.scalar(node, type);
        };
    }

    private List<Object> list(Schema items, SourceNode node) {
        List<Object> list = new ArrayList<>();
        node.oneOrMore().forEach(item -> list.add(value(items, item)));
        return list;
    }

    private Map<String, Object> map(Schema type, SourceNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (values.is(node, SourceNode.Kind.MAP, "names with values")) {
            node.values().forEach((name, each) -> map.put(name, value(type, each)));
        }
        return map;
    }
}
