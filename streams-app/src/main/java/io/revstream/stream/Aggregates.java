package io.revstream.stream;

import java.util.List;

/** Where the aggregates of a task are kept. */
interface Aggregates<S> {

    /** The aggregate of that key, or null. */
    Aggregate<S> get(String key);

    void put(String key, Aggregate<S> aggregate);

    /**
     * The first keys behind a key, in the order of their UTF-8 bytes.
     *
     * @param key null begins with the first of all
     */
    List<String> keysAfter(String key, int most);
}
