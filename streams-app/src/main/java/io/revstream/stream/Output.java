package io.revstream.stream;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event to publish.
 *
 * @param topic where to
 * @param key id of the aggregate that the event concerns
 * @param event the event; the shell stamps its envelope (id, instant, source, cause, policy version) before it is published
 */
public record Output(Topic topic, String key, SpecificRecordBase event) {}
