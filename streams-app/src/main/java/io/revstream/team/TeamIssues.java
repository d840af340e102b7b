package io.revstream.team;

import io.revstream.events.DataIssueFound;
import io.revstream.routing.Roster;
import io.revstream.routing.RosterIssue;
import io.revstream.routing.RosterIssues;
import io.revstream.routing.TeamTerms;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells what is wrong with a team once, and once more when it is resolved.
 *
 * @param standing subjects of the issues that stand now, by their keys
 * @param said what is news
 */
record TeamIssues(SortedMap<String, String> standing, List<Output> said) {

    /** @param asked whether a lead asks for a rep */
    static TeamIssues of(TeamState before, Roster roster, TeamTerms terms, boolean asked, Instant now) {
        boolean wasAsked = before.issues().containsKey("team-without-reps/" + terms.id());
        SortedMap<String, RosterIssue> found = RosterIssues.of(roster, terms, asked || wasAsked, now);
        SortedMap<String, String> standing = new TreeMap<>();
        List<Output> said = new ArrayList<>();
        before.issues().forEach((key, subject) -> {
            if (!found.containsKey(key)) {
                said.add(resolved(key, subject, terms.id()));
            }
        });
        found.forEach((key, issue) -> {
            standing.put(key, issue.subject());
            if (!before.issues().containsKey(key)) {
                said.add(told(issue));
            }
        });
        return new TeamIssues(standing, said);
    }

    private static Output told(RosterIssue issue) {
        return output(
                issue.subject(),
                DataIssueFound.newBuilder()
                        .setSubjectId(issue.subject())
                        .setIssue(issue.issue())
                        .setBecause(issue.because())
                        .setFields(issue.fields())
                        .setDetails(issue.details())
                        .build());
    }

    private static Output resolved(String key, String subject, String team) {
        String issue = key.substring(0, key.indexOf('/'));
        return output(
                subject,
                DataIssueFound.newBuilder()
                        .setSubjectId(subject)
                        .setIssue(issue)
                        .setResolved(true)
                        .setBecause("It is in order again")
                        .setFields(fields(key))
                        .setDetails(Map.of("teamId", team))
                        .build());
    }

    /** Of a detail, its name, which the key ends with. */
    private static List<String> fields(String key) {
        String[] parts = key.split("/", -1);
        return parts[0].equals("rep-details") ? List.of(parts[parts.length - 1]) : List.of();
    }

    private static Output output(String subject, DataIssueFound issue) {
        return new Output(Catalogue.DATA_ISSUES, subject, issue);
    }
}
