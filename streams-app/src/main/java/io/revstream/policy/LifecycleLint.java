package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks stages and what leads to them. */
record LifecycleLint(Problems problems) {

    private static final String A_STAGE = "the name of a stage";

    void check(SourceNode document) {
        SourceNode lifecycle = document.at("lifecycle");
        SourceNode moves = lifecycle.at("moves");
        List<String> stages = lifecycle.at("stages").texts();
        problems.unlessDistinct(lifecycle.at("stages").items(), "stage");
        entries(lifecycle.at("entry"), stages, moves.at("promoted").text());
        moves(moves, stages);
    }

    private void entries(SourceNode entry, List<String> stages, String promoted) {
        for (SourceNode stage : entry.keys()) {
            problems.unlessKnown(stage, A_STAGE, stages);
            if (stages.contains(promoted) && stages.indexOf(stage.text()) >= stages.indexOf(promoted)) {
                problems.error(
                        stage,
                        "Expected an entry rule for a stage before \"" + promoted
                                + "\", which a promotion leads to, but found \"" + stage.text() + "\"");
            }
            attributes(entry.at(stage.text()).at("has").items());
        }
    }

    private void attributes(List<SourceNode> names) {
        names.forEach(name -> Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
    }

    private void moves(SourceNode moves, List<String> stages) {
        String before = null;
        for (String move : List.of("promoted", "accepted", "dealOpened", "dealWon")) {
            SourceNode stage = moves.at(move);
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
        SourceNode won = moves.at("dealWon");
        if (won.text() != null && stages.indexOf(won.text()) == stages.size() - 1) {
            problems.warning(
                    won,
                    "Expected a stage after \"" + won.text()
                            + "\", but the lifecycle stops when a deal is won (LIF-21)");
        }
    }
}
