package io.revstream.stream;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** A record to be written. */
record OutputRecord(Topic topic, byte[] key, byte[] value, Headers headers, Instant timestamp) {}
