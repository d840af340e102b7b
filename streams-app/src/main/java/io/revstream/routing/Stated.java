package io.revstream.routing;

/**
 * A value that was stated, and by what: of two statements the later one holds, whichever arrives first.
 *
 * @param value null while nothing was stated
 * @param by null while nothing was stated
 */
record Stated<T>(T value, Statement by) {

    private static final Stated<?> NOTHING = new Stated<>(null, null);

    @SuppressWarnings("unchecked")
    static <T> Stated<T> nothing() {
        return (Stated<T>) NOTHING;
    }

    /** The later of this and another statement; a null value states nothing. */
    Stated<T> or(T other, Statement statedBy) {
        return other != null && statedBy.replaces(by) ? new Stated<>(other, statedBy) : this;
    }

    /** The later of two. */
    Stated<T> or(Stated<T> other) {
        return or(other.value, other.by);
    }
}
