package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.events.ActionKind;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.PipelineRules.StaleBy;
import io.revstream.policy.StaleRules.Average;
import io.revstream.policy.StaleRules.Reaction;
import java.util.List;

/** Builds stages of deals and what is watched in them. */
final class PipelineBuilder {

    private PipelineBuilder() {}

    static PipelineRules pipeline(SourceNode pipeline) {
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

    private static StaleRules stale(SourceNode stale) {
        SourceNode average = stale.at("average");
        return new StaleRules(
                average.isPresent()
                        ? new Average(Values.whole(average.at("of"), 0), Values.whole(average.at("from"), 1))
                        : null,
                Values.whole(stale.at("times"), 1),
                Values.list(stale.at("reaction"), PipelineBuilder::reaction));
    }

    private static Reaction reaction(SourceNode step) {
        return new Reaction(
                step.at("step").text(),
                Span.of(step.at("after")),
                step.at("times").isPresent() ? Values.whole(step.at("times"), 1) : null,
                Values.list(step.at("does"), PipelineBuilder::action));
    }

    /** An action without conditions: what a deal has to pass goes with it always. */
    static EntryAction action(SourceNode action) {
        return new EntryAction(
                action.at("action").text(),
                Values.constant(action.at("kind"), ActionKind.class),
                action.at("port").text(),
                action.at("to").text(),
                Span.of(action.at("due")),
                action.at("calendar").text(),
                List.of(),
                List.of(),
                List.of());
    }
}
