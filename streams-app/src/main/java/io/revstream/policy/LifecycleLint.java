package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks stages, the gates that lead to them, and the handoffs that they open. */
final class LifecycleLint {

    private static final String A_STAGE = "the name of a stage";

    private final SourceNode document;
    private final SourceNode lifecycle;
    private final List<String> stages;
    private final Problems problems;
    private final GateLint gates;
    private final ActionLint actions;

    LifecycleLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        lifecycle = document.at("lifecycle");
        stages = LifecycleBuilder.names(lifecycle);
        gates = new GateLint(document, stages, problems);
        actions = new ActionLint(document, gates, problems);
    }

    void check() {
        List<SourceNode> nodes = lifecycle.at("stages").items();
        problems.unlessDistinct(nodes.stream().map(LifecycleBuilder::name).toList(), "stage");
        nodes.forEach(this::stage);
        handoffs(nodes);
        moves();
        beside("recycledStage");
        beside("archivedStage");
    }

    private void stage(SourceNode stage) {
        String name = LifecycleBuilder.name(stage).text();
        gates.check(stage.at("entry"));
        gates.names(stage.at("required"));
        stage.at("does").items().forEach(actions::check);
        int rank = stages.indexOf(name);
        int promoted = stages.indexOf(lifecycle.at("promoted").text());
        boolean hasGate = stage.at("entry").isPresent();
        if (rank >= 0 && rank == promoted && hasGate) {
            problems.error(
                    stage.at("entry"),
                    "Expected no gate of \"" + name
                            + "\", which a promotion leads to, but found one: the rules of mql decide who enters it");
        }
        boolean led =
                hasGate || name == null || name.equals(lifecycle.at("accepted").text());
        if (promoted >= 0 && rank > promoted && !led) {
            problems.warning(
                    LifecycleBuilder.name(stage),
                    "Expected a gate (entry) of \"" + name + "\", but there is none: no lead ever gets there (LIF-20)");
        }
    }

    private void handoffs(List<SourceNode> nodes) {
        List<SourceNode> handoffs = nodes.stream()
                .map(stage -> stage.at("handoff"))
                .filter(SourceNode::isPresent)
                .toList();
        problems.unlessDistinct(
                handoffs.stream().map(handoff -> handoff.at("handoff")).toList(), "handoff");
        List<String> clocks = document.at("sla", "clocks").each("clock").stream()
                .map(SourceNode::text)
                .toList();
        for (SourceNode handoff : handoffs) {
            gates.names(handoff.at("passes"));
            problems.unlessKnown(handoff.at("clock"), "the name of a clock", clocks);
        }
        for (SourceNode stage : nodes) {
            SourceNode handoff = stage.at("handoff");
            if (handoff.isPresent() && !handoff.at("clock").isPresent()) {
                problems.error(
                        handoff,
                        "Expected an SLA clock of the handoff, but there is none: nobody would notice that it is not answered (SLA-37)");
            }
            if (handoff.isPresent()
                    && !handoff.at("from").isPresent()
                    && !stage.at("owner").isPresent()) {
                problems.error(handoff, "Expected who hands over (from, or the owner of the stage), but found neither");
            }
        }
    }

    private void moves() {
        String before = null;
        for (String move : List.of("promoted", "accepted", "customer")) {
            SourceNode stage = lifecycle.at(move);
            problems.unlessKnown(stage, A_STAGE, stages);
            if (stages.contains(stage.text())) {
                if (before != null && stages.indexOf(stage.text()) < stages.indexOf(before)) {
                    problems.error(
                            stage,
                            "Expected \"" + before + "\" or a later stage, but found \"" + stage.text()
                                    + "\": a lead never moves backward");
                }
                before = stage.text();
            }
        }
        SourceNode customer = lifecycle.at("customer");
        if (customer.text() != null && stages.indexOf(customer.text()) == stages.size() - 1) {
            problems.warning(
                    customer,
                    "Expected a stage after \"" + customer.text()
                            + "\", but the lifecycle stops when a deal is won (LIF-21)");
        }
    }

    private void beside(String key) {
        SourceNode stage = lifecycle.at(key);
        if (stage.text() != null && stages.contains(stage.text())) {
            problems.error(
                    stage,
                    "Expected a stage beside the list, but \"" + stage.text()
                            + "\" stands in it: leads would advance from there to what lies behind it");
        }
    }
}
