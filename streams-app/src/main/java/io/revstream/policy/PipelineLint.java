package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks stages of deals (DEAL-01). */
record PipelineLint(Problems problems) {

    void check(SourceNode pipeline) {
        SourceNode stages = pipeline.at("stages");
        problems.unlessDistinct(stages.each("stage"), "deal stage");
        String closed = null;
        for (SourceNode stage : stages.items()) {
            if (!outcome(stage).equals("open")) {
                closed = stage.at("stage").text();
            } else if (closed != null) {
                problems.error(
                        stage.at("stage"),
                        "Expected open stages before the closed one \"" + closed
                                + "\", but this one follows: a closed deal goes nowhere");
            }
        }
        for (String outcome : List.of("open", "won", "lost")) {
            if (!stages.items().isEmpty()
                    && stages.items().stream().noneMatch(stage -> outcome(stage).equals(outcome))) {
                problems.error(stages, "Expected a stage with the outcome " + outcome + ", but there is none");
            }
        }
    }

    private static String outcome(SourceNode stage) {
        return Values.text(stage.at("outcome"), "open");
    }
}
