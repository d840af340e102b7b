package io.revstream.app.publish.mapping;

import io.revstream.record.Fields;
import io.revstream.record.Unfit;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One kind of event that a row gives.
 *
 * @param mapping name of the mapping
 * @param name name of the event within it
 * @param when the row gives the event only if this holds; null for always
 * @param id event id; null derives it from the mapping's name, the key and the content
 * @param after time from the row's instant to the event's
 * @param plan how the event's record is made
 */
record EventMapping(
        String mapping,
        String name,
        Topic topic,
        Expression when,
        ValueRule key,
        ValueRule id,
        OccurredAt occurredAt,
        Duration after,
        Repeat repeat,
        String source,
        RecordPlan plan) {

    static final String EVENT_ID = "eventId";
    static final String OCCURRED_AT = "occurredAt";
    static final String SOURCE = "source";
    static final String BACKFILL = "backfill";

    /** The events that a row gives; those of a row that is rejected are incomplete. */
    List<Publication> read(RowReading row, boolean backfill) {
        List<Publication> publications = new ArrayList<>();
        int count = holds(row) ? repeat.count(row) : 0;
        for (int ordinal = 0; ordinal < count; ordinal++) {
            Publication publication = read(row, ordinal, backfill);
            if (publication == null) {
                break;
            }
            publications.add(publication);
        }
        return publications;
    }

    private boolean holds(RowReading row) {
        try {
            return when == null || when.holds(row.variables());
        } catch (Unfit unfit) {
            row.reject("expression", unfit.reason("`when` of `" + name + "`"));
            return false;
        }
    }

    /** Null when the row is rejected. */
    private Publication read(RowReading row, int ordinal, boolean backfill) {
        Content content =
                new Content().add("mapping", mapping).add("event", name).add("ordinal", "" + ordinal);
        String keyed = (String) key.read(row, content);
        Instant rowInstant = occurredAt.read(row, content);
        SpecificRecordBase event = plan.start();
        List<ValueRule> blanks = new ArrayList<>();
        plan.fill(event, row, content, blanks);
        blanks.forEach(rule -> rule.rejectBlank(row));
        if (row.problems().isEmpty()) {
            rejectWithoutPayload(event, row);
        }
        String stated = id == null ? null : (String) id.read(row, content);
        if (!row.problems().isEmpty()) {
            return null;
        }
        // As an event carries it: to the millisecond.
        Instant instant = rowInstant
                .plus(after)
                .plus(repeat.every().multipliedBy(ordinal))
                .truncatedTo(ChronoUnit.MILLIS);
        put(
                event,
                EVENT_ID,
                stated == null ? name + "-" + content.id() : ordinal == 0 ? stated : stated + "-" + ordinal);
        put(event, OCCURRED_AT, instant);
        put(event, SOURCE, source);
        put(event, BACKFILL, backfill);
        return new Publication(topic, keyed, event, instant);
    }

    private void rejectWithoutPayload(SpecificRecordBase event, RowReading row) {
        List<String> payloads = plan.records().keySet().stream()
                .filter(Fields::isPayload)
                .map(field -> field.name())
                .toList();
        if (!payloads.isEmpty() && payloads.stream().allMatch(payload -> event.get(payload) == null)) {
            row.reject(
                    null,
                    "Expected a value for a field of %s of `%s`, but all are blank"
                            .formatted(String.join(", ", payloads), name));
        }
    }

    private static void put(SpecificRecordBase event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }
}
