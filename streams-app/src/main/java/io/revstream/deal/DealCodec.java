package io.revstream.deal;

import io.revstream.pipeline.DealStanding;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;

/** Bytes of a deal's state. */
final class DealCodec implements StateCodec<DealState> {

    private static final int VERSION = 1;

    @Override
    public void write(DealState state, StateWriter to) {
        to.version(VERSION);
        to.text(state.id());
        state.standing().write(to);
    }

    @Override
    public DealState read(StateReader from) {
        from.version("a deal", VERSION);
        return new DealState(from.text(), DealStanding.read(from));
    }
}
