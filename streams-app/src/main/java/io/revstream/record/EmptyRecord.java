package io.revstream.record;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Records to be filled: the generated classes have no setters, so their fields are put by position. */
public final class EmptyRecord {

    private EmptyRecord() {}

    /**
     * A record of a type with its defaults.
     *
     * @param model data model of the event's class: it knows the classes of nested records and logical types
     */
    public static SpecificRecordBase of(Schema schema, SpecificData model) {
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.newInstance(model.getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue()) {
                record.put(field.pos(), model.deepCopy(field.schema(), model.getDefaultValue(field)));
            }
        }
        return record;
    }
}
