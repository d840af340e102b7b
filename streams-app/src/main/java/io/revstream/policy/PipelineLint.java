package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks stages of deals (DEAL-01), and that what is watched in them can come. */
record PipelineLint(SourceNode document, Problems problems) {

    void check() {
        SourceNode pipeline = document.at("pipeline");
        stages(pipeline.at("stages"));
        stale(pipeline.at("stale"), pipeline.at("stages"));
    }

    private void stages(SourceNode stages) {
        problems.unlessDistinct(stages.each("stage"), "deal stage");
        String closed = null;
        for (SourceNode stage : stages.items()) {
            if (!isOpen(stage)) {
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

    private void stale(SourceNode stale, SourceNode stages) {
        SourceNode average = stale.at("average");
        for (SourceNode stage : stages.items()) {
            figures(stage, average);
        }
        Long of = average.at("of").number();
        Long from = average.at("from").number();
        if (of != null && from != null && from > of) {
            problems.error(
                    average.at("from"),
                    "Expected at most " + of + ", over which the average is taken, but found " + from
                            + ": it would never count");
        }
        if (average.isPresent() && !stale.at("times").isPresent()) {
            problems.error(average, "Expected how many times the average makes a deal stale (times), but found none");
        }
        if (stale.at("times").isPresent() && !average.isPresent()) {
            problems.error(stale.at("times"), "Expected an average beside times, but there is none");
        }
        if (stale.isPresent()
                && !average.isPresent()
                && stages.each("staleAfter").isEmpty()) {
            problems.error(
                    stale,
                    "Expected an average or a stage with staleAfter, but there is neither: no deal would ever be stale");
        }
        problems.unlessDistinct(stale.at("reaction").each("step"), "step of a reaction");
        stale.at("reaction").items().forEach(this::reaction);
    }

    private void figures(SourceNode stage, SourceNode average) {
        SourceNode by = stage.at("staleBy");
        for (SourceNode key : List.of(stage.at("staleAfter"), by)) {
            if (key.isPresent() && !isOpen(stage)) {
                problems.error(key, "Expected no deal to be stale in a closed stage, but found " + key.text());
            }
        }
        if ("fixed".equals(by.text()) && !stage.at("staleAfter").isPresent()) {
            problems.error(
                    by, "Expected staleAfter beside staleBy: fixed, but found none: no deal would ever be stale");
        }
        if ("average".equals(by.text()) && !average.isPresent()) {
            problems.error(by, "Expected pipeline.stale.average beside staleBy: average, but there is none");
        }
    }

    private void reaction(SourceNode step) {
        if (step.at("after").isPresent() && step.at("times").isPresent()) {
            problems.error(
                    step.at("times"),
                    "Expected after (a time) or times (of the threshold), but found both: which of them decides?");
        }
        step.at("does").items().forEach(new ActionLint(document, gates(), problems)::check);
    }

    private GateLint gates() {
        return new GateLint(document, LifecycleBuilder.names(document.at("lifecycle")), problems);
    }

    private static boolean isOpen(SourceNode stage) {
        return outcome(stage).equals("open");
    }

    private static String outcome(SourceNode stage) {
        return Values.text(stage.at("outcome"), "open");
    }
}
