package io.revstream.stream;

import java.time.Instant;

/**
 * What a decider is asked to decide on.
 *
 * @param event the decoded event, an instance of a generated class, or a {@link WakeUp}
 * @param eventId id of the event: the cause of what is decided
 * @param occurredAt when it happened in the world; not later than the instant of the decision, but for a small tolerance
 * @param correlationId null where the source has none
 * @param historical true for imported history: state evolves, but nobody is routed, timed or woken
 * @param clock how late it is by the task's ticks, which after an outage is later than what is decided on. It may be told, but state must
 *     not depend on it
 */
public record Input(
        Object event, String eventId, Instant occurredAt, String correlationId, boolean historical, Instant clock) {

    /** An input that is not late. */
    public Input(Object event, String eventId, Instant occurredAt, String correlationId, boolean historical) {
        this(event, eventId, occurredAt, correlationId, historical, occurredAt);
    }

    /** The input as it is decided on. */
    Input at(Instant time) {
        return new Input(event, eventId, occurredAt, correlationId, historical, time);
    }
}
