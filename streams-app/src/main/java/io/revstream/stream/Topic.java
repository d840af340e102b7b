package io.revstream.stream;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A topic of the catalogue.
 *
 * @param name name without the prefix
 * @param value class of its values; null for the clock topics, whose records are all timestamp
 * @param role who writes and who reads it
 * @param compacted true when only the latest record of a key is kept
 * @param retention how long records are kept; null keeps them for ever
 * @param keyedBy what the key is, in words
 * @param tells what its records say, in a line
 */
public record Topic(
        String name,
        Class<? extends SpecificRecordBase> value,
        Role role,
        boolean compacted,
        Duration retention,
        String keyedBy,
        String tells) {

    /** Who writes a topic and who reads it. */
    public enum Role {
        /** Upstream systems write, topologies read. */
        INPUT,
        /** Topologies write, downstream systems read. */
        OUTPUT,
        /** Topologies write and read. */
        INTERNAL
    }
}
