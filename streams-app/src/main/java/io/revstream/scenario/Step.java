package io.revstream.scenario;

import io.revstream.document.Place;
import io.revstream.policy.Policy;
import io.revstream.stream.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/** Something that comes in. */
public sealed interface Step {

    Place place();

    /** When it comes in: the timestamp of its record. */
    Instant at();

    /**
     * An event.
     *
     * @param refusal words of the refusal that should come of it; null when it should be taken
     */
    record Send(Place place, Instant at, Topic topic, String key, SpecificRecordBase event, String refusal)
            implements Step {}

    /** A policy takes effect. */
    record Adopt(Place place, Instant at, Policy policy) implements Step {}
}
