package io.revstream.stream;

import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Makes a decoded event an input, by the fields that every event begins with; checks what its schema cannot. */
final class Envelope {

    private Envelope() {}

    /**
     * Reads the envelope.
     *
     * @param timestamp of the record
     * @param tolerance by how much the event may be later than its record
     */
    static Input open(SpecificRecordBase event, Instant timestamp, Duration tolerance) throws Refused {
        String eventId = (String) event.get(0);
        Instant occurredAt = (Instant) event.get(1);
        if (eventId.isBlank()) {
            throw new Refused(DeadLetterCode.INVALID, "Expected an eventId, but it is blank");
        }
        if (occurredAt.isAfter(timestamp.plus(tolerance))) {
            throw new Refused(
                    DeadLetterCode.FROM_THE_FUTURE,
                    "Expected occurredAt to be at most " + tolerance + " later than the record's timestamp " + timestamp
                            + ", but it is " + occurredAt);
        }
        return new Input(event, eventId, occurredAt, (String) event.get(3), isHistorical(event));
    }

    /** Events from upstream call it {@code backfill}, decisions of other topologies {@code historical}. */
    private static boolean isHistorical(SpecificRecordBase event) {
        Schema.Field field = event.getSchema().getField("backfill");
        if (field == null) {
            field = event.getSchema().getField("historical");
        }
        return field != null && (boolean) event.get(field.pos());
    }
}
