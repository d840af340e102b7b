package io.revstream.stream;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * Turns the state of an aggregate into bytes and back. A codec begins with a version of its own and reads all versions it ever wrote.
 *
 * @param <S> state of one aggregate
 */
public interface StateCodec<S> {

    void write(S state, StateWriter to);

    S read(StateReader from);
}
