package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how reps take turns, for all and in each team that differs. */
final class RotationLint {

    /** What only a rotation by shares looks at. */
    private static final List<String> WEIGHTS = List.of("attainment", "preference", "ramp");

    private final SourceNode routing;
    private final SourceNode common;
    private final Problems problems;

    RotationLint(SourceNode routing, Problems problems) {
        this.routing = routing;
        this.common = routing.at("rotation");
        this.problems = problems;
    }

    void check(Set<String> calendars) {
        rotation(common, calendars);
        routing.at("teams").values().forEach((id, team) -> {
            rotation(team.at("rotation"), calendars);
            counterOf(team, id);
        });
        preferences();
    }

    private void rotation(SourceNode rotation, Set<String> calendars) {
        String method = at(rotation, "method").text();
        if (!rotation.isPresent() || method == null) {
            return;
        }
        problems.unlessKnown(rotation.at("calendar"), "the name of a calendar", calendars);
        if ("counter".equals(rotation.at("method").text())
                && !at(rotation, "counterMax").isPresent()) {
            problems.error(
                    rotation.at("method"),
                    "Expected counterMax beside the method counter, at which the counter begins again, but it is missing");
        }
        if (rotation.at("counterMax").isPresent() && !method.equals("counter")) {
            problems.warning(
                    rotation.at("counterMax"),
                    "Expected the method counter where a counterMax is stated, but the method is " + method
                            + ": it has no effect");
        }
        if (!method.equals("even")) {
            WEIGHTS.stream()
                    .map(rotation::at)
                    .filter(SourceNode::isPresent)
                    .forEach(weight -> problems.warning(
                            weight,
                            "Expected the method even where weights are stated, but the method is " + method
                                    + ": they have no effect"));
        }
        ramp(rotation.at("ramp"));
    }

    private void ramp(SourceNode ramp) {
        Span before = null;
        for (SourceNode step : ramp.items()) {
            Span until = Span.of(step.at("until"));
            if (until == null || until.business()) {
                return;
            }
            if (before != null && until.millis() <= before.millis()) {
                problems.error(
                        step.at("until"),
                        "Expected a step of the ramp that ends after the one before it, but " + until
                                + " does not end after " + before);
            }
            before = until;
        }
    }

    /** Where the policy says who is on the team, a counter that they do not divide gives the first ones more. */
    private void counterOf(SourceNode team, String id) {
        SourceNode own = team.at("rotation");
        SourceNode counterMax = at(own, "counterMax");
        int reps = team.at("reps").items().size();
        Long most = counterMax.number();
        if ("counter".equals(at(own, "method").text()) && reps > 0 && most != null && most % reps != 0) {
            problems.warning(
                    own.at("counterMax").isPresent() ? counterMax : team.at("reps"),
                    "Expected a counterMax that is a multiple of the " + reps + " reps of " + id + ", but it is " + most
                            + ": the first of them get more");
        }
    }

    /** A branch that prefers reps of whom none weighs more. */
    private void preferences() {
        for (SourceNode branch : routing.at("tree").items()) {
            SourceNode to = branch.at("to");
            String team = to.at("team").text();
            if (to.at("prefers").isPresent()
                    && team != null
                    && !at(ofTeam(team), "preference").isPresent()) {
                problems.warning(
                        to.at("prefers"),
                        "Expected a preference in the rotation, by which reps weigh more, but there is none: prefers has no effect");
            }
        }
    }

    private SourceNode ofTeam(String id) {
        Map<String, SourceNode> teams = routing.at("teams").values();
        return teams.containsKey(id) ? teams.get(id).at("rotation") : common;
    }

    private SourceNode at(SourceNode rotation, String key) {
        return rotation.at(key).isPresent() ? rotation.at(key) : common.at(key);
    }
}
