package io.revstream.record;

import java.util.List;
import org.apache.avro.Schema;

/** Questions about Avro fields. */
public final class Fields {

    private Fields() {}

    /** The type of a field; for one that may be null, its other type. */
    public static Schema type(Schema.Field field) {
        if (field.schema().getType() != Schema.Type.UNION) {
            return field.schema();
        }
        List<Schema> others = field.schema().getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        return others.size() == 1 ? others.get(0) : field.schema();
    }

    public static boolean isNullable(Schema.Field field) {
        return field.schema().isNullable();
    }

    /** Whether a record without the field is no record of its type. */
    public static boolean mustBeStated(Schema.Field field) {
        return !field.hasDefaultValue() && !isNullable(field);
    }

    /** Whether the field is one of the payloads of an event, of which exactly one is set. */
    public static boolean isPayload(Schema.Field field) {
        return isNullable(field) && type(field).getType() == Schema.Type.RECORD;
    }
}
