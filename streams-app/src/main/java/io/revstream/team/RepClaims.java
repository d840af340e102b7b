package io.revstream.team;

import io.revstream.events.DataIssueFound;
import io.revstream.events.RepClaimed;
import io.revstream.events.TeamRequest;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decision;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which teams have a rep. The one that had him first keeps him, and the others give him no leads until it lets go: first by the instants of
 * the teams' own decisions, so that it comes to the same in whichever order their claims arrive.
 *
 * @param since since when each team has him
 * @param told which team has him, as each team was told last; a team that was told nothing takes him for its own
 */
public record RepClaims(SortedMap<String, Instant> since, SortedMap<String, String> told) {

    /** What the key of a rep begins with. */
    static final String PREFIX = "rep/";

    static final RepClaims NONE = new RepClaims(new TreeMap<>(), new TreeMap<>());

    private static final String ISSUE = "rep-in-two-teams";

    public RepClaims {
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    static boolean isRep(String key) {
        return key.startsWith(PREFIX);
    }

    /** A team has a rep, or lets go of him. */
    static Decision<TeamState> decide(TeamState state, TeamRequest request) {
        RepClaimed claim = request.getClaimed();
        if (claim == null) {
            return Decision.refused(
                    state, "Expected a claim of " + state.id() + ", but the request is of another kind");
        }
        RepClaims before = state.claims();
        RepClaims after = before.with(claim, request.getOccurredAt());
        List<Output> outputs = new ArrayList<>();
        after.sayIssue(before, claim.getRepId(), outputs);
        after.since().keySet().stream()
                .filter(team -> !after.holder().equals(after.told().getOrDefault(team, team)))
                .forEach(team -> outputs.add(after.tell(team, claim.getRepId())));
        return Decision.of(state.with(after.toldAll()), outputs);
    }

    /** The team that has him; null when none has. */
    String holder() {
        return since.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, Instant> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    void write(StateWriter out) {
        out.map(since, StateWriter::instant);
        out.map(told, StateWriter::text);
    }

    static RepClaims read(StateReader in) {
        return new RepClaims(new TreeMap<>(in.map(StateReader::instant)), new TreeMap<>(in.map(StateReader::text)));
    }

    private RepClaims with(RepClaimed claim, Instant at) {
        SortedMap<String, Instant> next = new TreeMap<>(since);
        if (claim.getActive()) {
            next.putIfAbsent(claim.getByTeamId(), at);
        } else {
            next.remove(claim.getByTeamId());
        }
        return new RepClaims(next, told);
    }

    private RepClaims toldAll() {
        SortedMap<String, String> next = new TreeMap<>(told);
        since.keySet().forEach(team -> next.put(team, holder()));
        return new RepClaims(since, next);
    }

    private Output tell(String team, String rep) {
        return new Output(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId("")
                        .setPass(0)
                        .setClaimed(new RepClaimed(rep, holder(), true))
                        .build());
    }

    private void sayIssue(RepClaims before, String rep, List<Output> outputs) {
        boolean several = since.size() > 1;
        if (several == before.since().size() > 1) {
            return;
        }
        String because = several
                ? "Expected a rep to be on one team, but " + rep + " is on " + String.join(" and ", since.keySet())
                        + "; only " + holder() + " gives leads to " + rep
                : rep + " is on one team";
        outputs.add(new Output(
                Catalogue.DATA_ISSUES,
                rep,
                DataIssueFound.newBuilder()
                        .setSubjectId(rep)
                        .setIssue(ISSUE)
                        .setResolved(!several)
                        .setBecause(because)
                        .setFields(List.of("teamId"))
                        .setDetails(Map.of(
                                "teams",
                                String.join(
                                        " ",
                                        several
                                                ? since.keySet()
                                                : before.since().keySet())))
                        .build()));
    }
}
