package io.revstream.app.history;

import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An input of a history.
 *
 * @param topic an input topic of the catalogue
 * @param at when it came in: for rows of files the instant at which it happened, for records of topics their timestamp
 * @param source number of the file or partition that it comes from, in the order in which they were named
 * @param offset its place within its source
 */
public record HistoryEvent(Topic topic, String key, SpecificRecordBase event, Instant at, int source, long offset) {

    /** By time, then source, then offset: the order of a history that no journal tells. */
    static final Comparator<HistoryEvent> ORDER = Comparator.comparing(HistoryEvent::at)
            .thenComparingInt(HistoryEvent::source)
            .thenComparingLong(HistoryEvent::offset);
}
