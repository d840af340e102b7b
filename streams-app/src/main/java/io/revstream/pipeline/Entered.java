package io.revstream.pipeline;

import java.time.Instant;

/**
 * A deal entered a stage.
 *
 * @param eventId decides the order of entries of one instant
 */
record Entered(String stage, Instant at, String eventId) implements Comparable<Entered> {

    @Override
    public int compareTo(Entered other) {
        int order = at.compareTo(other.at);
        return order != 0 ? order : eventId.compareTo(other.eventId);
    }
}
