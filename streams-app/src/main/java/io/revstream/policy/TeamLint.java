package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks teams: who is on them, who stands in, and whether it is known when they work. */
record TeamLint(SourceNode routing, Problems problems) {

    void check() {
        Map<String, SourceNode> teams = routing.at("teams").values();
        Map<String, String> teamOf = new HashMap<>();
        teams.forEach((id, team) -> {
            reps(id, team, teamOf);
            backup(team);
            working(team);
            boolean respected = "respect".equals(ofRotation(team, "hours").text());
            if (respected
                    && !ofRotation(team, "calendar").isPresent()
                    && !(team.at("hours").isPresent() && team.at("days").isPresent())) {
                problems.error(
                        team,
                        "Expected days and hours of the team, or a calendar of the rotation, but nothing says when reps of "
                                + id + " work, and their hours are to be respected");
            }
        });
    }

    private SourceNode ofRotation(SourceNode team, String key) {
        SourceNode own = team.at("rotation", key);
        return own.isPresent() ? own : routing.at("rotation", key);
    }

    private void reps(String id, SourceNode team, Map<String, String> teamOf) {
        for (SourceNode rep : team.at("reps").items()) {
            String other = teamOf.putIfAbsent(rep.text(), id);
            if (other != null) {
                problems.error(
                        rep, "Expected a rep to be on one team, but \"" + rep.text() + "\" is on " + other + " too");
            }
        }
    }

    private void backup(SourceNode team) {
        SourceNode backup = team.at("backup");
        List<String> reps = team.at("reps").texts();
        if (backup.isPresent() && team.at("reps").isPresent() && !reps.contains(backup.text())) {
            problems.error(
                    backup,
                    "Expected a rep of the team to stand in, but \"" + backup.text() + "\" is not one of "
                            + String.join(", ", reps));
        }
    }

    private void working(SourceNode team) {
        CalendarLint lint = new CalendarLint(problems);
        lint.hours(team.at("hours"));
        lint.holidays(team.at("holidays"));
    }
}
