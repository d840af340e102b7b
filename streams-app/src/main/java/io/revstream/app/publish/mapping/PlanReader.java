package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Reads the fields of an event, each named by its path through the Avro schema. */
final class PlanReader {

    private static final Set<String> ENVELOPE =
            Keys.of(EventMapping.EVENT_ID, EventMapping.OCCURRED_AT, EventMapping.SOURCE, EventMapping.BACKFILL);

    private final ValueReader values;
    private final Problems problems;
    private boolean misplaced;

    PlanReader(ValueReader values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** @param at where to say what the fields lack */
    RecordPlan read(Section fields, SourceNode at, Schema event, SpecificData model) {
        RecordPlan plan = new RecordPlan(event, model);
        if (fields != null) {
            fields.values().forEach((path, value) -> read(path, fields.key(path), value, plan));
        }
        if (!misplaced) {
            checkPayloads(plan, at);
        }
        checkStated(plan, "", at);
        return plan;
    }

    private void read(String path, SourceNode at, SourceNode value, RecordPlan root) {
        RecordPlan plan = root;
        String rest = path;
        while (true) {
            int dot = rest.indexOf('.');
            String name = dot < 0 ? rest : rest.substring(0, dot);
            String behind = dot < 0 ? null : rest.substring(dot + 1);
            Schema.Field field = plan.schema().getField(name);
            if (field == null || (plan == root && ENVELOPE.contains(name))) {
                misplaced = true;
                sayUnknown(path, rest, name, at, plan, root);
                return;
            }
            Schema type = Fields.type(field);
            if (type.getType() == Schema.Type.RECORD && behind != null) {
                plan = plan.record(field);
                rest = behind;
                continue;
            }
            place(path, behind, at, value, plan, field, type);
            return;
        }
    }

    private void place(
            String path,
            String key,
            SourceNode at,
            SourceNode value,
            RecordPlan plan,
            Schema.Field field,
            Schema type) {
        boolean map = type.getType() == Schema.Type.MAP;
        if (map == (key == null) || (map && key.isEmpty())) {
            String expected = map ? "a key of the map, as in `" + path + ".name`" : "a field";
            String found = key == null ? "`" + path + "` is the map itself" : "`" + field.name() + "` has no fields";
            misplaced = true;
            problems.error(at, "Expected " + expected + ", but " + found);
            return;
        }
        Schema target = map ? type.getValueType() : type;
        if (target.getType() == Schema.Type.RECORD) {
            misplaced = true;
            problems.error(
                    at,
                    "Expected a field within `%s`, such as `%s.%s`, but it is a record"
                            .formatted(path, path, target.getFields().get(0).name()));
            return;
        }
        ValueRule rule = values.read(value, path, target, false);
        if (map && rule != null) {
            plan.entry(field, key, rule);
        } else if (rule != null) {
            plan.value(field, rule);
        } else {
            plan.refused(field);
        }
    }

    private void sayUnknown(String path, String rest, String name, SourceNode at, RecordPlan plan, RecordPlan root) {
        if (plan == root && ENVELOPE.contains(name)) {
            problems.error(
                    at,
                    "Expected a field of the event's payload, but `%s` is set for every event%s"
                            .formatted(
                                    path,
                                    switch (name) {
                                        case EventMapping.EVENT_ID -> ": use `id` beside `fields`";
                                        case EventMapping.BACKFILL -> ": use the option --backfill";
                                        default -> ": use `" + name + "` beside `fields`";
                                    }));
            return;
        }
        List<String> names = plan.schema().getFields().stream()
                .map(Schema.Field::name)
                .filter(known -> plan != root || !ENVELOPE.contains(known))
                .toList();
        String before = path.substring(0, path.length() - rest.length());
        List<String> paths = names.stream().map(known -> before + known).toList();
        problems.error(at, Problems.unknown("a field of " + plan.schema().getName(), before + name, paths));
    }

    private void checkPayloads(RecordPlan root, SourceNode at) {
        List<String> payloads = root.schema().getFields().stream()
                .filter(Fields::isPayload)
                .map(Schema.Field::name)
                .toList();
        List<String> stated = payloads.stream()
                .filter(payload -> root.names(root.schema().getField(payload)))
                .toList();
        if (!payloads.isEmpty() && stated.size() != 1) {
            problems.error(
                    at,
                    "Expected fields of exactly one of %s in a %s, but found %s"
                            .formatted(
                                    String.join(", ", payloads),
                                    root.schema().getName(),
                                    stated.isEmpty() ? "none" : "fields of " + String.join(" and ", stated)));
        }
    }

    private void checkStated(RecordPlan plan, String before, SourceNode at) {
        List<String> missing = new ArrayList<>();
        for (Schema.Field field : plan.schema().getFields()) {
            boolean envelope = before.isEmpty() && ENVELOPE.contains(field.name());
            if (!envelope && Fields.mustBeStated(field) && !plan.names(field)) {
                missing.add("`" + before + field.name() + "`");
            }
        }
        if (!missing.isEmpty()) {
            problems.error(
                    at,
                    "Expected a value for %s, which %s cannot be without, but the mapping has none"
                            .formatted(String.join(", ", missing), plan.schema().getName()));
        }
        plan.records().forEach((field, nested) -> checkStated(nested, before + field.name() + ".", at));
    }
}
