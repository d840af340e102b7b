package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.Fields;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Finds the fields that scenarios name. Where a record holds one record only, that one's fields may be named as if they were its own:
 * {@code captured: {name: Ada}} is short for {@code captured: {attributes: {name: Ada}}}.
 */
final class FieldPath {

    private FieldPath() {}

    /** The fields that lead to a name, outermost first; none when the name is unknown. */
    static List<Schema.Field> find(Schema record, String name) {
        Schema.Field own = record.getField(name);
        if (own != null) {
            return List.of(own);
        }
        Schema.Field only = onlyRecord(record);
        List<Schema.Field> inner = only == null ? List.of() : find(Fields.type(only), name);
        if (inner.isEmpty()) {
            return List.of();
        }
        List<Schema.Field> path = new ArrayList<>();
        path.add(only);
        path.addAll(inner);
        return List.copyOf(path);
    }

    /** All names that can be found. */
    static List<String> names(Schema record) {
        List<String> names = new ArrayList<>();
        record.getFields().forEach(field -> names.add(field.name()));
        Schema.Field only = onlyRecord(record);
        if (only != null) {
            names.addAll(names(Fields.type(only)));
        }
        return List.copyOf(names);
    }

    /** Reports a name that is unknown. */
    static void unknown(SourceNode key, Schema record, Problems problems) {
        problems.error(key, Problems.unknown("a field of " + record.getName(), key.text(), names(record)));
    }

    private static Schema.Field onlyRecord(Schema record) {
        List<Schema.Field> records = record.getFields().stream()
                .filter(field -> Fields.type(field).getType() == Schema.Type.RECORD)
                .toList();
        return records.size() == 1 ? records.get(0) : null;
    }
}
