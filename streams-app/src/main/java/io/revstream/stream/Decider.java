package io.revstream.stream;

import io.revstream.policy.Policy;
import java.time.Instant;

/**
 * Decides for one kind of aggregate: a pure function of state, input, instant and policy. No clock, no I/O, no randomness, no Kafka.
 *
 * @param <S> state of one aggregate, immutable
 */
public interface Decider<S> {

    /** State of an aggregate that nothing is known of. */
    S initial(String key);

    /**
     * Decides on one input.
     *
     * @param now the input's instant; never earlier than that of the aggregate's previous input
     * @param policy the policy in force at {@code now}
     */
    Decision<S> decide(S state, Input input, Instant now, Policy policy);

    /** The next instant at which the aggregate wants to be woken, or null. A wake-up may find that the world has moved on. */
    Instant wakeAt(S state);
}
