package io.revstream.team;

import io.revstream.routing.Queue;
import io.revstream.routing.Roster;
import java.time.Instant;

/**
 * A team: its reps and the leads that wait for one of them.
 *
 * @param id team id
 * @param nextTry when somebody may be back for the leads in the queue; null when nobody waits or nobody is away
 */
public record TeamState(String id, Roster roster, Queue queue, Instant nextTry) {

    static TeamState unknown(String id) {
        return new TeamState(id, Roster.EMPTY, Queue.EMPTY, null);
    }
}
