package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.events.ActivityBy;
import io.revstream.record.EmptyRecord;
import io.revstream.record.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads the events of one step. */
final class StepReader {

    /** Keys of a step beside its event. */
    static final List<String> COMMON =
            List.of("at", "until", "policy", "changes", "refused", "expect", "exactly", "nothing", "latest");

    private final Times times;
    private final Problems problems;

    StepReader(Times times, Problems problems) {
        this.times = times;
        this.problems = problems;
    }

    /** The events of a step at an instant; none when it has only expectations. */
    List<Step.Send> read(SourceNode step, Instant at) {
        InputKind kind = InputKind.of(step);
        if (!keysAreKnown(step, kind) || kind == null) {
            return List.of();
        }
        SourceNode listed = step.at(kind.listWord());
        if (texts(listed).isEmpty() || texts(step.at(kind.keyWord())).isEmpty()) {
            String missing = texts(listed).isEmpty() ? kind.listWord() : kind.keyWord();
            problems.error(
                    step,
                    "Expected the key \"" + missing + "\" with an id, but found "
                            + step.at(missing).words());
            return List.of();
        }
        List<Step.Send> sends = new ArrayList<>();
        for (SourceNode id : listed.oneOrMore()) {
            String key = kind.keyWord().equals(kind.listWord())
                    ? id.text()
                    : step.at(kind.keyWord()).text();
            SpecificRecordBase event = event(step, kind, id, listed.items().isEmpty(), at);
            sends.add(new Step.Send(step.place(), at, kind.topic(), key, event, refusal(step)));
        }
        return sends;
    }

    /** Fields of an event that a step may name. */
    static List<String> fields(InputKind kind) {
        Schema schema = schema(kind);
        return FieldPath.names(schema).stream()
                .filter(name -> !name.equals(kind.field()))
                .toList();
    }

    private SpecificRecordBase event(SourceNode step, InputKind kind, SourceNode id, boolean alone, Instant at) {
        SpecificData model = SpecificData.getForClass(kind.topic().value());
        Values values = new Values(times, at, problems);
        EventForm form = new EventForm(model, values);
        SpecificRecordBase event = EmptyRecord.of(schema(kind), model);
        String place = "line-" + step.place().line();
        put(event, "eventId", alone ? place : place + "/" + id.text());
        put(event, "occurredAt", at);
        put(event, "source", "scenario");
        if (kind.field() != null) {
            form.put(event, named(step, kind), kind.word().equals(kind.listWord()) ? id : step.at(kind.word()));
        }
        for (SourceNode key : step.keys()) {
            if (!COMMON.contains(key.text()) && !kind.words().contains(key.text())) {
                form.put(event, key, step.at(key.text()));
            }
        }
        if (kind == InputKind.ACTIVITY
                && step.at("repId").isPresent()
                && !step.at("by").isPresent()) {
            put(event, "by", ActivityBy.REP);
        }
        form.complete(event, step);
        checkPayload(event, step);
        return event;
    }

    /** The key that tells the kind, under the name of the field that it fills. */
    private static SourceNode named(SourceNode step, InputKind kind) {
        return SourceNode.scalar(
                step.at(kind.word()).label(), step.at(kind.word()).label(), kind.field(), true);
    }

    private boolean keysAreKnown(SourceNode step, InputKind kind) {
        Set<String> known = new LinkedHashSet<>();
        if (kind == null) {
            for (InputKind each : InputKind.values()) {
                known.add(each.word());
            }
        } else {
            known.addAll(kind.words());
            known.addAll(fields(kind));
        }
        known.addAll(COMMON);
        for (SourceNode key : step.keys()) {
            String what = kind == null ? "a key of a step" : "a key of a step with \"" + kind.word() + "\"";
            problems.unlessKnown(key, what, known);
        }
        return known.containsAll(step.values().keySet());
    }

    /** Of the payloads of an event, exactly one is set. */
    private void checkPayload(SpecificRecordBase event, SourceNode step) {
        List<Schema.Field> payloads =
                event.getSchema().getFields().stream().filter(Fields::isPayload).toList();
        long set = payloads.stream()
                .filter(field -> event.get(field.pos()) != null)
                .count();
        if (!payloads.isEmpty() && set != 1) {
            String names =
                    String.join(", ", payloads.stream().map(Schema.Field::name).toList());
            problems.error(
                    step,
                    "Expected exactly one of " + names + ", but found " + (set == 0 ? "none" : String.valueOf(set)));
        }
    }

    private String refusal(SourceNode step) {
        SourceNode refused = step.at("refused");
        if (refused.isPresent() && refused.text() == null) {
            problems.error(refused, "Expected words of the refusal, but found " + refused.words());
        }
        return refused.text();
    }

    private static List<String> texts(SourceNode node) {
        return node.oneOrMore().stream()
                .map(SourceNode::text)
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    private static void put(SpecificRecordBase event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }

    private static Schema schema(InputKind kind) {
        return SpecificData.get().getSchema(kind.topic().value());
    }
}
