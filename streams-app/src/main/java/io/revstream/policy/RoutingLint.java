package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks routing trees, the tables that they ask, and the rotation. */
final class RoutingLint {

    private final SourceNode document;
    private final SourceNode routing;
    private final Problems problems;
    private final ConditionLint conditions;
    private final ExpressionReader expressions;
    private final Set<String> territories = new TreeSet<>();

    RoutingLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        routing = document.at("routing");
        conditions = new ConditionLint(document, Vocabulary.ROUTING_FACTS, problems);
        expressions = new ExpressionReader(document, problems);
        document.at("territories").each("territory").stream()
                .filter(name -> name.text() != null)
                .forEach(name -> territories.add(Values.word(name)));
    }

    void check() {
        likelyValue(document.at("likelyValue"));
        territories(document.at("territories"));
        tree(routing.at("tree"));
        tree(routing.at("meeting", "tree"));
        for (SourceNode kind : routing.at("meeting", "on").items()) {
            Vocabulary.warnOfSlip(kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems);
        }
        new RotationLint(routing, problems)
                .check(document.at("calendars").values().keySet());
        new TeamLint(routing, problems).check();
    }

    private void tree(SourceNode tree) {
        FirstThatHolds.check(tree, "branch", "a lead that meets no condition would have no owner (RTE-14)", problems);
        List<SourceNode> branches = tree.items();
        for (int i = 0; i < branches.size(); i++) {
            SourceNode branch = branches.get(i);
            List<String> later = branches.subList(i + 1, branches.size()).stream()
                    .map(one -> one.at("branch").text())
                    .toList();
            branch.at("over").items().forEach(over -> problems.unlessKnown(over, "a later branch", later));
            branch.at("when").oneOrMore().forEach(this::test);
            expression(branch.at("if"));
            target(branch, later.isEmpty());
        }
    }

    private void target(SourceNode branch, boolean last) {
        SourceNode to = branch.at("to");
        team(to);
        if (to.text() == null) {
            return;
        }
        if (FirstThatHolds.isOpen(branch) && (last || !to.text().equals("territory"))) {
            String lacks = to.text().equals("territory") ? "which a lead may lack" : "whom an account may lack";
            problems.error(
                    to,
                    "Expected {team: TEAM} on the branch that takes every lead, but found \"" + to.text() + "\", "
                            + lacks + " (RTE-14)");
        }
        if (to.text().equals("territory")
                && document.at("territories").each("to").isEmpty()) {
            problems.error(to, "Expected territories with a team, but the policy has none");
        }
    }

    /** Of a branch or territory. */
    private void team(SourceNode to) {
        SourceNode teams = routing.at("teams");
        SourceNode team = to.at("team");
        problems.unlessKnown(team, "the id of a team", teams.values().keySet());
        List<String> reps = teams.at(team.text()).at("reps").texts();
        if (!reps.isEmpty()) {
            problems.unlessKnown(to.at("rep"), "a rep of the team " + team.text(), reps);
        }
        for (String attributes : List.of("skillsFrom", "prefers")) {
            to.at(attributes)
                    .items()
                    .forEach(name ->
                            Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
        }
    }

    private void territories(SourceNode list) {
        problems.unlessDistinct(list.each("territory"), "territory");
        for (SourceNode territory : list.items()) {
            for (SourceNode test : territory.at("when").oneOrMore()) {
                conditions.check(test);
                if (DerivedFacts.TERRITORY.equals(test.at("attribute").text())) {
                    asksItself(test.at("attribute"));
                }
            }
            Expression expression = expression(territory.at("if"));
            if (expression != null
                    && expression.conditions().anyMatch(one -> one.attribute().equals(DerivedFacts.TERRITORY))) {
                asksItself(territory.at("if"));
            }
            team(territory.at("to"));
        }
    }

    private void asksItself(SourceNode at) {
        problems.error(at, "Expected what a territory is made of, but found \"territory\" itself");
    }

    private void likelyValue(SourceNode table) {
        for (SourceNode row : table.items()) {
            conditions.bounds(
                    "employees",
                    row.at("employees").at("from"),
                    row.at("employees").at("to"));
            conditions.words(row.at("industry"));
        }
    }

    private Expression expression(SourceNode node) {
        Expression expression = expressions.read(node);
        if (expression != null) {
            expression
                    .conditions()
                    .filter(one -> one.attribute().equals(DerivedFacts.TERRITORY))
                    .flatMap(one -> one.in().stream())
                    .filter(word -> !territories.contains(word))
                    .forEach(word ->
                            problems.error(node, Problems.unknown("the name of a territory", word, territories)));
        }
        return expression;
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
