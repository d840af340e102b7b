package io.revstream.stream;

import java.time.Instant;
import java.util.List;

/** Where an engine's outputs go. */
interface Outlet {

    /**
     * Publishes the stamped events of one decision: all of them, or none.
     *
     * @param at timestamp of the records: the clock at which it was decided
     * @throws Refused when an event breaks its own schema, which is a bug of the decider
     */
    void publish(List<Output> outputs, Instant at) throws Refused;

    /** A wake-up failed by a bug; the aggregate stays as it was. */
    void wakeUpFailed(String key, Input wakeUp, Refused failure);
}
