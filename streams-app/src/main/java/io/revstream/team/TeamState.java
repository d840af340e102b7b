package io.revstream.team;

import io.revstream.routing.Queue;
import io.revstream.routing.Roster;
import io.revstream.speed.WeekBook;
import java.time.Instant;

/**
 * A team: its reps and the leads that wait for one of them.
 *
 * @param id team id
 * @param nextTry when somebody may be back for the leads in the queue; null when nobody waits or nobody is away
 * @param week first responses of the present week
 */
public record TeamState(String id, Roster roster, Queue queue, Instant nextTry, WeekBook week) {

    static TeamState unknown(String id) {
        return new TeamState(id, Roster.EMPTY, Queue.EMPTY, null, WeekBook.EMPTY);
    }
}
