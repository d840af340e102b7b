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

    /**
     * Decides as {@link #decide(Object, Input, Instant, Policy)} does, and may report how a challenger would have decided. The challenger
     * changes nothing else.
     *
     * @param challenger the policy that runs beside the one in force at {@code now}; null when none does
     */
    default Decision<S> decide(S state, Input input, Instant now, Policy policy, Policy challenger) {
        return decide(state, input, now, policy);
    }

    /** Whether a new policy is brought to every aggregate by a {@link Rescoring}, and not only with its next input. */
    default boolean isRescored() {
        return false;
    }

    /** The next instant at which the aggregate wants to be woken, or null. A wake-up may find that the world has moved on. */
    Instant wakeAt(S state);
}
