package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.Policy;
import io.revstream.policy.RotationWords;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Rotation;
import io.revstream.policy.RoutingRules.Team;
import io.revstream.policy.RoutingText;
import io.revstream.policy.TeamWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who gets a lead: the decision tree with its fallbacks. */
final class RoutingDocument {

    private RoutingDocument() {}

    static Specification of(Policy policy, SourceNode document) {
        Markdown page = Terms.head("Routing rules", policy);
        page.section("Decision tree").paragraph("From the top: the first branch that holds decides.");
        List<String> tree = new ArrayList<>();
        for (Branch branch : policy.routing().tree()) {
            tree.add(branch(branch, policy));
        }
        page.items(tree);
        tables(page, policy);
        teams(page, policy);
        rotation(page, policy.routing().rotation());
        page.section("Fallbacks")
                .items(List.of(
                        "A lead that no branch with a condition takes goes where the last branch leads.",
                        "When no rep of the team can take a lead, it waits in the team's queue, and the first rep with room gets it.",
                        "A lead that waits too long, or whose owner does not act, follows the chains below."));
        page.section("Clocks of routing");
        SlaPart.write(page, document, clock -> true);
        new Terms(policy, document, "routing", "sla").explain(page);
        return new Specification("3-routing.md", page.text());
    }

    private static String branch(Branch branch, Policy policy) {
        return "**" + branch.branch() + "**: "
                + (branch.isOpen() ? "fallback, every other lead" : "if " + RoutingText.tests(branch)) + " → "
                + RoutingText.to(branch.to(), policy.routing());
    }

    private static void tables(Markdown page, Policy policy) {
        RoutingRules routing = policy.routing();
        if (routing.meeting() != null) {
            page.section("Meetings")
                    .paragraph("Who books or asks for a meeting ("
                            + String.join(", ", routing.meeting().on()) + "): the first branch that holds decides.")
                    .items(routing.meeting().tree().stream()
                            .map(branch -> branch(branch, policy))
                            .toList());
        }
        if (!routing.territories().isEmpty()) {
            page.section("Territories")
                    .paragraph("A lead is in the first that holds.")
                    .items(routing.territories().stream()
                            .map(one -> RoutingText.territory(one, routing))
                            .toList());
        }
        if (!policy.likelyValue().rows().isEmpty()) {
            page.section("Likely contract value")
                    .paragraph("Of a year, in " + policy.pipeline().currency() + ": the first that holds.")
                    .items(policy.likelyValue().rows().stream()
                            .map(RoutingText::likelyValue)
                            .toList());
        }
    }

    private static void teams(Markdown page, Policy policy) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Team> team : policy.routing().teams().entrySet()) {
            rows.add(Markdown.cells(
                    team.getKey(),
                    team.getValue().name(),
                    team.getValue().zone(),
                    team.getValue().manager() == null ? "none" : team.getValue().manager(),
                    String.join("; ", TeamWords.of(team.getValue()))));
        }
        page.section("Teams").table(List.of("Team", "Name", "Time zone", "Escalations go to", "Reps"), rows);
    }

    private static void rotation(Markdown page, Rotation rotation) {
        page.section("How reps take turns")
                .items(RotationWords.lines(rotation).stream().map(String::strip).toList());
    }
}
