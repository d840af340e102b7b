package io.revstream.stream;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;

/**
 * A record to be written.
 *
 * @param event what its value was made of
 */
record OutputRecord(
        Topic topic, byte[] key, byte[] value, Headers headers, Instant timestamp, SpecificRecordBase event) {}
