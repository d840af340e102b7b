package io.revstream.policy;

import io.revstream.policy.RoutingRules.Team;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a policy says of the reps of a team, in words. */
public final class TeamWords {

    private TeamWords() {}

    /** One text for each thing that it says; none when it says nothing. */
    public static List<String> of(Team team) {
        List<String> words = new ArrayList<>();
        if (team.days() != null) {
            words.add(
                    "works " + team.days().stream().sorted().map(TeamWords::day).collect(Collectors.joining(", ")));
        }
        if (team.hours() != null) {
            words.add(team.hours().from() + " to " + team.hours().until());
        }
        if (team.holidays() != null) {
            words.add("holidays " + team.holidays());
        }
        if (team.backup() != null) {
            words.add(team.backup() + " stands in");
        }
        if (team.reps() != null) {
            words.add("reps " + team.reps().stream().sorted().collect(Collectors.joining(", ")));
        }
        return words;
    }

    private static String day(DayOfWeek day) {
        String name = day.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
