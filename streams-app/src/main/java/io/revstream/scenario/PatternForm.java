package io.revstream.scenario;

import io.revstream.document.SourceNode;
import io.revstream.record.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Reads what an event should be. */
record PatternForm(Values values) {

    /** The pattern of a value of that type; what does not fit the type is a problem. */
    Pattern read(SourceNode node, Schema type) {
        if (Values.isNothing(node)) {
            return new Pattern.Value(null);
        }
        return switch (type.getType()) {
            case RECORD -> record(node, type);
            case ARRAY ->
                new Pattern.Items(node.oneOrMore().stream()
                        .map(item -> read(item, type.getElementType()))
                        .toList());
            case MAP -> entries(node, type);
            default -> new Pattern.Value(values.scalar(node, type));
        };
    }

    private Pattern record(SourceNode node, Schema type) {
        List<Pattern.Field> fields = new ArrayList<>();
        if (values.is(node, SourceNode.Kind.MAP, "fields of " + type.getName())) {
            for (SourceNode key : node.keys()) {
                List<Schema.Field> path = FieldPath.find(type, key.text());
                if (path.isEmpty()) {
                    FieldPath.unknown(key, type, values.problems());
                } else {
                    List<Integer> positions =
                            path.stream().map(Schema.Field::pos).toList();
                    Schema fieldType = Fields.type(path.get(path.size() - 1));
                    fields.add(new Pattern.Field(key.text(), positions, read(node.at(key.text()), fieldType)));
                }
            }
        }
        return new Pattern.Parts(List.copyOf(fields));
    }

    private Pattern entries(SourceNode node, Schema type) {
        Map<String, Pattern> entries = new LinkedHashMap<>();
        if (values.is(node, SourceNode.Kind.MAP, "names with values")) {
            node.values().forEach((name, each) -> entries.put(name, read(each, type.getValueType())));
        }
        return new Pattern.Entries(entries);
    }
}
