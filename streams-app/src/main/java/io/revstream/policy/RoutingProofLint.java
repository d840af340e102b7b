package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.LeadSearch.Found;
import io.revstream.policy.LeadSearch.Outcome;
import io.revstream.policy.RoutingProof.Entry;
import io.revstream.policy.RoutingProof.Unreachable;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells what was proven of routing trees and tables: branches that no lead reaches, and pairs of branches whose order matters though
 * nothing says so. Only of a document without errors: what cannot be read cannot be proven.
 */
final class RoutingProofLint {

    private final SourceNode document;
    private final Problems problems;
    private final LikelyValue likelyValue;
    private final List<Territory> territories;
    private final RoutingBuilder builder;

    RoutingProofLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        builder = RoutingBuilder.of(document);
        likelyValue = builder.likelyValue(document.at("likelyValue"));
        territories = builder.territories(document.at("territories"));
    }

    void check() {
        List<Entry> rows = new ArrayList<>();
        for (LikelyValue.Row row : likelyValue.rows()) {
            rows.add(new Entry("row " + (rows.size() + 1), Guards.all(row.when(), null), false, row));
        }
        reached(proof(rows), document.at("likelyValue"), "row");
        reached(proof(territories.stream().map(Entry::of).toList()), document.at("territories"), "territory");
        tree(document.at("routing", "tree"));
        tree(document.at("routing", "meeting", "tree"));
    }

    private RoutingProof proof(List<Entry> entries) {
        return new RoutingProof(entries, likelyValue, territories);
    }

    private void tree(SourceNode tree) {
        List<Branch> branches = builder.tree(tree);
        RoutingProof proof = proof(
                branches.stream().map(branch -> Entry.of(branch, territories)).toList());
        reached(proof, tree, "branch");
        List<String> unproven = new ArrayList<>();
        for (int first = 0; first < branches.size(); first++) {
            needless(proof, tree, branches, first);
            order(proof, tree.items().get(first), branches, first, unproven);
        }
        if (!unproven.isEmpty()) {
            problems.warning(
                    tree,
                    "Expected a tree small enough to prove which branches overlap, but this was not found out of "
                            + some(unproven));
        }
    }

    private void reached(RoutingProof proof, SourceNode list, String what) {
        List<SourceNode> items = list.items();
        for (int entry = 0; entry < items.size(); entry++) {
            SourceNode name = items.get(entry).at(what);
            SourceNode at = name.isPresent() ? name : items.get(entry);
            Unreachable unreachable = proof.unreachable(entry);
            if (unreachable != null) {
                problems.error(at, unreached(what, unreachable.before()));
            } else if (proof.isUnproven(entry)) {
                problems.warning(
                        at,
                        "Expected a " + what
                                + " of which can be proven that a lead reaches it, but it asks for too much at once");
            }
        }
    }

    private static String unreached(String what, List<String> before) {
        String expected = "Expected a " + what + " that some lead reaches, but ";
        return before.isEmpty()
                ? expected + "nothing can meet its conditions"
                : expected + "whatever meets it is taken by " + quoted(before) + " before";
    }

    /** Says that it comes before branches that no lead could take instead. */
    private void needless(RoutingProof proof, SourceNode tree, List<Branch> branches, int first) {
        for (int second = first + 1; second < branches.size(); second++) {
            Branch other = branches.get(second);
            for (SourceNode over : tree.items().get(first).at("over").items()) {
                if (other.branch().equals(over.text())
                        && proof.meet(first, second).outcome() == Outcome.NONE) {
                    problems.warning(
                            over,
                            "Expected a branch that could take some of the same leads, but no lead meets both \""
                                    + branches.get(first).branch() + "\" and \"" + other.branch() + "\"");
                }
            }
        }
    }

    private void order(RoutingProof proof, SourceNode branch, List<Branch> branches, int first, List<String> unproven) {
        Branch one = branches.get(first);
        List<String> said = branch.at("over").texts();
        List<String> unsaid = new ArrayList<>();
        Found example = null;
        for (int second = first + 1; second < branches.size(); second++) {
            Branch other = branches.get(second);
            if (said.contains(other.branch()) || !orderMatters(one, other) || proof.unreachable(second) != null) {
                continue;
            }
            Found both = proof.overlap(first, second);
            if (both.outcome() == Outcome.GAVE_UP) {
                unproven.add("\"" + one.branch() + "\" and \"" + other.branch() + "\"");
            } else if (both.outcome() == Outcome.FOUND) {
                unsaid.add(other.branch());
                example = example == null ? both : example;
            }
        }
        if (example != null) {
            problems.warning(
                    branch.at("branch"),
                    "Expected over: [" + String.join(", ", unsaid) + "], or conditions that exclude each other, but "
                            + words(example.lead()) + " meets both \"" + one.branch() + "\" and \"" + unsaid.get(0)
                            + "\", and neither is a special case of the other");
        }
    }

    private static boolean orderMatters(Branch one, Branch other) {
        return !other.isOpen() && !follows(one) && !follows(other) && !one.to().equals(other.to());
    }

    /** Who has an owner keeps him before any tree is asked for a team: that such a branch comes first needs no word. */
    private static boolean follows(Branch branch) {
        return branch.to().kind() == Kind.ACCOUNT_OWNER || branch.to().kind() == Kind.ACCOUNT_CHOICE;
    }

    /** A lead in words; what is as usual is left out. */
    private static String words(Map<String, Sample> lead) {
        String told = lead.entrySet().stream()
                .filter(one -> !one.getValue().isUsual())
                .map(one -> one.getKey() + " " + one.getValue().inWords())
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "a lead of which nothing is known" : "a lead with " + told;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" or "));
    }

    private static String some(List<String> pairs) {
        int shown = Math.min(3, pairs.size());
        String more = pairs.size() > shown ? " and " + (pairs.size() - shown) + " more pairs" : "";
        return String.join("; ", pairs.subList(0, shown)) + more;
    }
}
