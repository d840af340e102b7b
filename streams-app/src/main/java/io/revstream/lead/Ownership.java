package io.revstream.lead;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has the lead in its current pass.
 *
 * @param round how many times routing was asked for in this pass; 0 before the first
 * @param teamId null until it was routed
 * @param ownerId null until it was assigned, and while it waits in a queue
 * @param held true while it counts towards the open leads of the owner, or waits in the team's queue
 * @param former earlier owners of this pass, who are not to get it again
 */
public record Ownership(int round, String teamId, String ownerId, boolean held, List<String> former) {

    public static final Ownership NONE = new Ownership(0, null, null, false, List.of());

    private static final int VERSION = 1;

    public Ownership {
        former = List.copyOf(former);
    }

    /** Routing is asked for once more; the present owner, if any, becomes a former one. In a queue the lead stays until it is answered. */
    Ownership asked() {
        List<String> all = new ArrayList<>(former);
        if (ownerId != null && !all.contains(ownerId)) {
            all.add(ownerId);
        }
        return new Ownership(round + 1, teamId, ownerId, isQueued(), all);
    }

    /** Whether it waits in the queue of its team. */
    boolean isQueued() {
        return held && ownerId == null;
    }

    Ownership assigned(String team, String owner) {
        return new Ownership(round, team, owner, true, former);
    }

    Ownership released() {
        return new Ownership(round, teamId, ownerId, false, former);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.unsigned(round);
        out.optionalText(teamId);
        out.optionalText(ownerId);
        out.flag(held);
        out.list(former, StateWriter::text);
    }

    static Ownership read(StateReader in) {
        in.version("an ownership", VERSION);
        return new Ownership(
                Math.toIntExact(in.unsigned()),
                in.optionalText(),
                in.optionalText(),
                in.flag(),
                in.list(StateReader::text));
    }
}
