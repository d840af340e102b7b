package io.revstream.app.publish.mapping;

import io.revstream.record.EmptyRecord;
import io.revstream.record.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** How a record of one Avro type is made from a row: a rule for each field that the mapping names. */
final class RecordPlan {

    private final Schema schema;
    private final SpecificData model;
    private final Map<Schema.Field, ValueRule> values = new LinkedHashMap<>();
    private final Map<Schema.Field, Map<String, ValueRule>> entries = new LinkedHashMap<>();
    private final Map<Schema.Field, RecordPlan> records = new LinkedHashMap<>();

    /** @param model data model of the event's class: it knows the classes of nested records and logical types */
    RecordPlan(Schema schema, SpecificData model) {
        this.schema = schema;
        this.model = model;
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().getType() == Schema.Type.RECORD && !field.hasDefaultValue()) {
                record(field);
            }
        }
    }

    Schema schema() {
        return schema;
    }

    void value(Schema.Field field, ValueRule rule) {
        values.put(field, rule);
    }

    void entry(Schema.Field field, String key, ValueRule rule) {
        entries.computeIfAbsent(field, f -> new LinkedHashMap<>()).put(key, rule);
    }

    /** The plan of a field that is a record itself; made when it is first asked for. */
    RecordPlan record(Schema.Field field) {
        return records.computeIfAbsent(field, f -> new RecordPlan(Fields.type(f), model));
    }

    /** The mapping names the field, but gives it no value that can be used: its own problem is enough to tell. */
    void refused(Schema.Field field) {
        values.put(field, null);
    }

    boolean names(Schema.Field field) {
        return values.containsKey(field) || entries.containsKey(field) || records.containsKey(field);
    }

    Map<Schema.Field, RecordPlan> records() {
        return records;
    }

    /** An empty record of the type, with its defaults. */
    SpecificRecordBase start() {
        return EmptyRecord.of(schema, model);
    }

    /**
     * Fills a record from a row.
     *
     * @param blanks receives the rules that gave nothing for a field that cannot be left out
     * @return whether the row, or a constant, stated anything
     */
    boolean fill(SpecificRecordBase record, RowReading row, Content content, List<ValueRule> blanks) {
        boolean stated = false;
        for (Map.Entry<Schema.Field, ValueRule> entry : values.entrySet()) {
            Object value = entry.getValue().read(row, content);
            if (value != null) {
                record.put(entry.getKey().pos(), value);
                stated = true;
            } else if (Fields.mustBeStated(entry.getKey())) {
                blanks.add(entry.getValue());
            }
        }
        for (Map.Entry<Schema.Field, Map<String, ValueRule>> entry : entries.entrySet()) {
            Map<String, Object> map = new LinkedHashMap<>();
            entry.getValue().forEach((key, rule) -> {
                Object value = rule.read(row, content);
                if (value != null) {
                    map.put(key, value);
                }
            });
            if (!map.isEmpty()) {
                record.put(entry.getKey().pos(), map);
                stated = true;
            }
        }
        for (Map.Entry<Schema.Field, RecordPlan> entry : records.entrySet()) {
            SpecificRecordBase nested = entry.getValue().start();
            int blanksBefore = blanks.size();
            boolean statedWithin = entry.getValue().fill(nested, row, content, blanks);
            if (statedWithin || !Fields.isNullable(entry.getKey())) {
                record.put(entry.getKey().pos(), nested);
            } else {
                blanks.subList(blanksBefore, blanks.size()).clear();
            }
            stated |= statedWithin;
        }
        return stated;
    }
}
