package io.revstream.stream;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event to publish.
 *
 * @param topic where to
 * @param key id of the aggregate that the event concerns
 * @param event the event; the shell stamps its envelope (id, instant, source, cause, policy version) before it is published
 * @param dating null for that of the decision
 */
public record Output(Topic topic, String key, SpecificRecordBase event, Dating dating) {

    public Output(Topic topic, String key, SpecificRecordBase event) {
        this(topic, key, event, null);
    }

    /**
     * Of which time an event is, where its reader lives in another than the decider: one has imported history, the other has not.
     *
     * @param occurredAt the instant of the reader
     * @param historical whether nobody should act on it
     */
    public record Dating(Instant occurredAt, boolean historical) {}
}
