package io.revstream.stream;

import java.util.List;

/**
 * What a decider made of an input: the state after it and what it has to say; or a refusal, which leaves the state as it was.
 *
 * @param state state after the input
 * @param outputs events to publish, in order; their envelopes are stamped by the shell
 * @param refusal why the input was refused ("Expected ..., but ..."); null when it was accepted
 */
public record Decision<S>(S state, List<Output> outputs, String refusal) {

    public static <S> Decision<S> of(S state, List<Output> outputs) {
        return new Decision<>(state, List.copyOf(outputs), null);
    }

    public static <S> Decision<S> nothing(S state) {
        return new Decision<>(state, List.of(), null);
    }

    public static <S> Decision<S> refused(S state, String refusal) {
        return new Decision<>(state, List.of(), refusal);
    }
}
