package io.revstream.team;

import io.revstream.routing.Queue;
import io.revstream.routing.Roster;
import io.revstream.speed.WeekBook;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bytes of a team's state. */
final class TeamCodec implements StateCodec<TeamState> {

    private static final int VERSION = 1;

    @Override
    public void write(TeamState state, StateWriter to) {
        to.version(VERSION);
        to.text(state.id());
        state.roster().write(to);
        state.queue().write(to);
        to.optionalInstant(state.nextTry());
        to.text(state.terms());
        to.words(state.claimed());
        to.map(state.issues(), StateWriter::text);
        state.claims().write(to);
        state.week().write(to);
    }

    @Override
    public TeamState read(StateReader from) {
        from.version("a team", VERSION);
        String id = from.text();
        return new TeamState(
                id,
                Roster.read(from),
                Queue.read(from),
                from.optionalInstant(),
                from.text(),
                new TreeSet<>(from.words()),
                new TreeMap<>(from.map(StateReader::text)),
                RepClaims.read(from),
                WeekBook.read(from, id));
    }
}
