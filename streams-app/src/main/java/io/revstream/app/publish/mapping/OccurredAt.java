package io.revstream.app.publish.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** When the events of a row occurred. */
sealed interface OccurredAt {

    /**
     * The instant, or null when the row does not give it and is rejected.
     *
     * @param content receives what the instant is made from, when the row says it
     */
    Instant read(RowReading row, Content content);

    /** A column, an expression or a constant says it. */
    record Stated(ValueRule value) implements OccurredAt {
        @Override
        public Instant read(RowReading row, Content content) {
            return (Instant) value.read(row, content);
        }
    }

    /**
     * Rows are spread evenly over a period; a row's place follows from the seed and its own values, not from its place in the file. It is no
     * part of an event's content: a row that is published again next month is the same row.
     *
     * @param over length of the period
     * @param endingAt its end
     * @param reserve time kept free at the end, for events that come after the row's instant
     */
    record Spread(Duration over, Instant endingAt, Duration reserve, long seed) implements OccurredAt {
        @Override
        public Instant read(RowReading row, Content content) {
            Content place = new Content().add("seed", Long.toString(seed));
            new TreeMap<>(row.values()).forEach(place::add);
            long millis = (long) (place.fraction() * over.minus(reserve).toMillis());
            return endingAt.minus(over).plusMillis(millis);
        }
    }
}
