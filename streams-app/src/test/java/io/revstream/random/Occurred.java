package io.revstream.random;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The same event at another time. */
final class Occurred {

    private Occurred() {}

    /** Without the fraction of the second, in which it came in and occurred. */
    static Arrival toTheSecond(Arrival arrival) {
        Instant occurredAt = (Instant) arrival.event()
                .get(arrival.event().getSchema().getField("occurredAt").pos());
        return at(arrival, occurredAt.truncatedTo(ChronoUnit.SECONDS))
                .at(arrival.at().truncatedTo(ChronoUnit.SECONDS));
    }

    static Arrival at(Arrival arrival, Instant at) {
        SpecificRecordBase event = SpecificData.getForClass(arrival.topic().value())
                .deepCopy(arrival.event().getSchema(), arrival.event());
        event.put(event.getSchema().getField("occurredAt").pos(), at);
        return new Arrival(at, arrival.topic(), arrival.key(), event);
    }
}
