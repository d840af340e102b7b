package io.revstream.stream;

import java.time.Instant;

/**
 * How far a task has come in rescoring its aggregates after a policy took effect.
 *
 * @param from when the policy takes effect; nothing is rescored before
 * @param after the aggregate that was rescored last, in the order of keys; null before the first
 */
record Sweep(Instant from, String after) {

    Sweep at(String key) {
        return new Sweep(from, key);
    }
}
