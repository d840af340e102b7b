package io.revstream.routing;

import java.time.Instant;

/**
 * A value that was stated, and when: of two statements the later one holds, whichever arrives first.
 *
 * @param value null while nothing was stated
 * @param at when it was stated; null while nothing was
 * @param eventId decides between statements of one instant
 */
record Stated<T>(T value, Instant at, String eventId) {

    private static final Stated<?> NOTHING = new Stated<>(null, null, null);

    @SuppressWarnings("unchecked")
    static <T> Stated<T> nothing() {
        return (Stated<T>) NOTHING;
    }

    /** The later of this and another statement; a null value states nothing. */
    Stated<T> or(T other, Instant otherAt, String otherEventId) {
        if (other == null) {
            return this;
        }
        int order = at == null ? -1 : at.compareTo(otherAt);
        boolean later = order < 0 || (order == 0 && eventId.compareTo(otherEventId) < 0);
        return later ? new Stated<>(other, otherAt, otherEventId) : this;
    }

    T orElse(T otherwise) {
        return value == null ? otherwise : value;
    }
}
