package io.revstream.routing;

import io.revstream.state.Occurrence;

/**
 * A value that was stated, and by which event: of two statements the later one holds, whichever arrives first.
 *
 * @param value null while nothing was stated
 * @param by null while nothing was stated
 */
record Stated<T>(T value, Occurrence by) {

    private static final Stated<?> NOTHING = new Stated<>(null, null);

    @SuppressWarnings("unchecked")
    static <T> Stated<T> nothing() {
        return (Stated<T>) NOTHING;
    }

    /** The later of this and another statement; a null value states nothing. */
    Stated<T> or(T other, Occurrence statedBy) {
        return other != null && statedBy.isAfter(by) ? new Stated<>(other, statedBy) : this;
    }

    T orElse(T otherwise) {
        return value == null ? otherwise : value;
    }
}
