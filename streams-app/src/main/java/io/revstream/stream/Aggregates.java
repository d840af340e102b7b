package io.revstream.stream;

/** Where the aggregates of a task are kept. */
interface Aggregates<S> {

    /** The aggregate of that key, or null. */
    Aggregate<S> get(String key);

    void put(String key, Aggregate<S> aggregate);
}
