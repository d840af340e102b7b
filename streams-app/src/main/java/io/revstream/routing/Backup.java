package io.revstream.routing;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who stands in for the owner of a lead. */
public final class Backup {

    private Backup() {}

    /**
     * The rep whom the owner names, else the one whom the policy names for the team, else whose turn it would be next. Never the owner, nor one
     * who must not get the lead, is away, or is not on the team.
     *
     * @param roster the roster after the owner got the lead
     * @return null when there is nobody
     */
    public static String of(Roster roster, String owner, Ask ask, TeamTerms terms, Instant now) {
        Rep rep = roster.reps().get(owner);
        return Stream.of(rep.statedBackup(), terms.team().backup())
                .filter(id -> id != null && !id.equals(owner) && !ask.excluded().contains(id))
                .filter(id -> canStandIn(roster.reps().get(id), now))
                .findFirst()
                .orElseGet(() -> runnerUp(roster, owner, ask, terms, now));
    }

    private static boolean canStandIn(Rep rep, Instant now) {
        return rep != null && rep.belongs() && !rep.absent(now);
    }

    private static String runnerUp(Roster roster, String owner, Ask ask, TeamTerms terms, Instant now) {
        Set<String> excluded = new TreeSet<>(ask.excluded());
        excluded.add(owner);
        Ask other = new Ask(ask.leadId(), ask.pass(), null, null, excluded, ask.skills(), ask.prefers());
        return Rotation.nextUp(roster, other, terms.rules(), terms.team().zone(), now);
    }
}
