package io.revstream.policy;

import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Routing trees and the tables that they ask, in plain words. */
public final class RoutingText {

    private RoutingText() {}

    /** A tree, a line for each branch. */
    static List<String> tree(List<Branch> tree, RoutingRules rules) {
        List<String> lines = new ArrayList<>();
        for (Branch branch : tree) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%2d  %-16s %-28s %s",
                    lines.size() + 1,
                    branch.branch(),
                    "-> " + to(branch.to(), rules),
                    branch.isOpen() ? "every lead" : tests(branch)));
        }
        return lines;
    }

    /** A territory in a line. */
    public static String territory(Territory territory, RoutingRules rules) {
        String to = territory.to() == null ? "" : " -> " + to(territory.to(), rules);
        return territory.territory() + to + ": " + tests(List.of(), territory.when(), territory.expression());
    }

    /** A likely contract value in a line. */
    public static String likelyValue(LikelyValue.Row row) {
        return row.value() + ": " + tests(List.of(), row.when(), null);
    }

    /** What a branch asks; nothing for one that takes every lead. */
    public static String tests(Branch branch) {
        if (branch.to().kind() == Target.Kind.TERRITORY
                && branch.account().isEmpty()
                && branch.when().isEmpty()
                && branch.expression() == null) {
            return "every lead in a territory";
        }
        return branch.isOpen()
                ? ""
                : tests(branch.account().stream().sorted().toList(), branch.when(), branch.expression());
    }

    /** Where a branch leads. */
    public static String to(Target to, RoutingRules rules) {
        if (to.kind() != Target.Kind.TEAM) {
            return to.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        List<String> words =
                new ArrayList<>(List.of(rules.teams().get(to.team()).name()));
        if (to.rep() != null) {
            words.set(0, to.rep() + " of " + words.get(0));
        }
        List<String> skills = new ArrayList<>(to.skills());
        to.skillsFrom().forEach(attribute -> skills.add("the " + attribute));
        if (!skills.isEmpty()) {
            words.add("skilled in " + String.join(", ", skills));
        }
        if (!to.prefers().isEmpty()) {
            words.add("rather who knows the " + String.join(" or ", to.prefers()));
        }
        return String.join("; ", words);
    }

    private static String tests(List<String> account, List<Condition> when, Expression expression) {
        List<String> tests = new ArrayList<>();
        account.forEach(word -> tests.add("account is " + word));
        when.forEach(condition -> tests.add(condition.words()));
        if (expression != null) {
            String words = expression.words();
            tests.add(tests.isEmpty() || !words.contains(" or ") ? words : "(" + words + ")");
        }
        return tests.isEmpty() ? "everyone else" : String.join(" and ", tests);
    }
}
