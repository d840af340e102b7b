package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.PipelineRules.StaleBy;
import io.revstream.policy.StaleRules.Average;
import io.revstream.policy.StaleRules.Reaction;

/** Builds stages of deals and what is watched in them. */
record PipelineBuilder(Values values) {

    PipelineRules pipeline(SourceNode pipeline) {
        return new PipelineRules(
                pipeline.at("currency").text(),
                Values.list(pipeline.at("stages"), PipelineBuilder::stage),
                pipeline.at("newDealNeeds").texts(),
                Values.whole(pipeline.at("pushesForReview"), 0),
                pipeline.at("manager").text(),
                pipeline.at("stale").isPresent() ? stale(pipeline.at("stale")) : StaleRules.FIXED);
    }

    private static DealStage stage(SourceNode stage) {
        return new DealStage(
                stage.at("stage").text(),
                Values.choice(stage.at("outcome"), Outcome.OPEN),
                stage.at("required").texts(),
                Span.of(stage.at("staleAfter")),
                Values.choice(stage.at("staleBy"), StaleBy.AVERAGE));
    }

    private StaleRules stale(SourceNode stale) {
        SourceNode average = stale.at("average");
        return new StaleRules(
                average.isPresent()
                        ? new Average(Values.whole(average.at("of"), 0), Values.whole(average.at("from"), 1))
                        : null,
                Values.whole(stale.at("times"), 1),
                Values.list(stale.at("reaction"), this::reaction));
    }

    private Reaction reaction(SourceNode step) {
        return new Reaction(
                step.at("step").text(),
                Span.of(step.at("after")),
                step.at("times").isPresent() ? Values.whole(step.at("times"), 1) : null,
                Values.list(step.at("does"), new LifecycleBuilder(values)::action));
    }
}
