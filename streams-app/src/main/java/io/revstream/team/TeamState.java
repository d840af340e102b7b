package io.revstream.team;

import io.revstream.routing.Queue;
import io.revstream.routing.Roster;
import io.revstream.speed.WeekBook;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A team: its reps and the leads that wait for one of them. By a key that begins with {@link RepClaims#PREFIX} it is a rep instead: which team
 * has him.
 *
 * @param id team id, or that key
 * @param nextTry when somebody may be there for the leads in the queue, or something that was planned begins to hold; null when neither is to
 *     be expected
 * @param terms zone, manager, working time and backup that the policy had for the team when its leads were told last; empty before
 * @param claimed reps of whom the team has said that it has them
 * @param issues subjects of the data issues that stand, by issue
 * @param claims of a rep, the teams that have him; of a team, none
 * @param week first responses of the present week
 */
public record TeamState(
        String id,
        Roster roster,
        Queue queue,
        Instant nextTry,
        String terms,
        SortedSet<String> claimed,
        SortedMap<String, String> issues,
        RepClaims claims,
        WeekBook week) {

    public TeamState {
        claimed = Collections.unmodifiableSortedSet(new TreeSet<>(claimed));
        issues = Collections.unmodifiableSortedMap(new TreeMap<>(issues));
    }

    static TeamState unknown(String id) {
        return new TeamState(
                id,
                Roster.EMPTY,
                Queue.EMPTY,
                null,
                "",
                new TreeSet<>(),
                new TreeMap<>(),
                RepClaims.NONE,
                WeekBook.EMPTY);
    }

    TeamState with(RepClaims next) {
        return new TeamState(id, roster, queue, nextTry, terms, claimed, issues, next, week);
    }
}
