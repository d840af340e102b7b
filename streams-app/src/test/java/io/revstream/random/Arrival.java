package io.revstream.random;

import io.revstream.stream.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/** An event that comes in. */
public record Arrival(Instant at, Topic topic, String key, SpecificRecordBase event) {

    Arrival at(Instant other) {
        return new Arrival(other, topic, key, event);
    }
}
