package io.revstream.team;

import io.revstream.routing.QueueCodec;
import io.revstream.routing.RosterCodec;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;

/** Bytes of a team's state. */
final class TeamCodec implements StateCodec<TeamState> {

    private static final int VERSION = 1;

    @Override
    public void write(TeamState state, StateWriter to) {
        to.version(VERSION);
        to.text(state.id());
        RosterCodec.write(to, state.roster());
        QueueCodec.write(to, state.queue());
        to.optionalInstant(state.nextTry());
    }

    @Override
    public TeamState read(StateReader from) {
        from.version("a team", VERSION);
        return new TeamState(from.text(), RosterCodec.read(from), QueueCodec.read(from), from.optionalInstant());
    }
}
