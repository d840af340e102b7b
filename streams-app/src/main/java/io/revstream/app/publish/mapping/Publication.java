package io.revstream.app.publish.mapping;

import io.revstream.stream.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event to publish.
 *
 * @param topic an input topic of the catalogue
 * @param key key of the record; not blank
 * @param event the event, complete
 * @param occurredAt when it happened, as the event says
 */
public record Publication(Topic topic, String key, SpecificRecordBase event, Instant occurredAt) {}
