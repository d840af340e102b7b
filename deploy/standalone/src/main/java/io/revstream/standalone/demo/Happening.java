package io.revstream.standalone.demo;

import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event that is to be published when the demo's time has come to an instant.
 *
 * @param at not earlier than the event occurred
 * @param stillSo asked at that instant: false when it does not come to it after all
 */
record Happening(Instant at, Topic topic, String key, SpecificRecordBase event, BooleanSupplier stillSo) {

    Happening(Instant at, Topic topic, String key, SpecificRecordBase event) {
        this(at, topic, key, event, () -> true);
    }

    Happening postponedTo(Instant later) {
        return new Happening(later, topic, key, event, stillSo);
    }

    Happening onlyIf(BooleanSupplier condition) {
        return new Happening(at, topic, key, event, condition);
    }
}
