package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Set;

/** Checks the routing tree and the rotation. */
final class RoutingLint {

    private final SourceNode routing;
    private final Set<String> calendars;
    private final Problems problems;
    private final ConditionLint conditions;

    RoutingLint(SourceNode document, Problems problems) {
        routing = document.at("routing");
        calendars = document.at("calendars").values().keySet();
        this.problems = problems;
        conditions = new ConditionLint(document, problems);
    }

    void check() {
        SourceNode tree = routing.at("tree");
        FirstThatHolds.check(tree, "branch", "a lead that meets no condition would have no owner (RTE-14)", problems);
        Set<String> teams = routing.at("teams").values().keySet();
        for (SourceNode branch : tree.items()) {
            SourceNode to = branch.at("to");
            problems.unlessKnown(to.at("team"), "the id of a team", teams);
            if (branch.at("when").oneOrMore().isEmpty() && to.text() != null) {
                problems.error(
                        to,
                        "Expected {team: TEAM} on the branch that takes every lead, but found \"" + to.text()
                                + "\", whom an account may lack (RTE-14)");
            }
            branch.at("when").oneOrMore().forEach(this::test);
        }
        new RotationLint(routing, problems).check(calendars);
        new TeamLint(routing, problems).check();
    }

    private void test(SourceNode test) {
        if (test.kind() == SourceNode.Kind.MAP
                && !test.at("account").isPresent()
                && !test.at("attribute").isPresent()) {
            problems.error(test, "Expected account or attribute, but the condition tests neither");
        }
        conditions.check(test);
    }
}
