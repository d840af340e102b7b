package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Fills the envelope of an output. Every output begins with the same seven fields, in this order (a test holds that); the generated
 * classes have no setters, so they are put by position.
 */
final class Stamp {

    static final String[] ENVELOPE = {
        "eventId", "occurredAt", "source", "correlationId", "causedBy", "policyVersion", "historical"
    };

    private Stamp() {}

    static void on(
            Output output, String topology, String key, int ordinal, Input cause, Instant now, String policyVersion) {
        SpecificRecordBase event = output.event();
        event.put(0, id(topology, key, cause.eventId(), ordinal));
        event.put(1, output.dating() == null ? now : output.dating().occurredAt());
        event.put(2, "revstream/" + topology);
        event.put(3, cause.correlationId());
        event.put(4, cause.eventId());
        event.put(5, policyVersion);
        event.put(
                6,
                output.dating() == null ? cause.historical() : output.dating().historical());
    }

    /** Derived from the cause alone: the same input gives the same ids, however often it is processed (GEN-11). */
    static String id(String topology, String key, String cause, int ordinal) {
        String name = topology + '\n' + key + '\n' + cause + '\n' + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
