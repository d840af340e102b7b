package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;

/** Builds scoring models. */
record ScoringBuilder(Values values) {

    ScoringModel model(SourceNode model) {
        SourceNode weights = model.at("weights");
        SourceNode floors = model.at("floors");
        return new ScoringModel(
                model.at("model").text(),
                model.at("when").oneOrMore().stream().map(values::condition).toList(),
                Values.choice(model.at("combination"), Combination.NORM),
                Values.whole(weights.at("fit"), 50),
                Values.whole(weights.at("engagement"), 50),
                Values.whole(floors.at("fit"), 1),
                Values.whole(floors.at("engagement"), 1),
                Values.whole(model.at("threshold"), 0),
                Values.list(model.at("fit"), this::fit),
                Values.list(model.at("engagement"), ScoringBuilder::engagement),
                Values.list(model.at("negative"), this::negative));
    }

    private FitRule fit(SourceNode rule) {
        return new FitRule(rule.at("rule").text(), values.condition(rule), Values.whole(rule.at("points"), 0));
    }

    private static EngagementRule engagement(SourceNode rule) {
        SourceNode decay = rule.at("decay");
        return new EngagementRule(
                rule.at("rule").text(),
                Values.list(rule.at("any"), Values::signal),
                Values.whole(rule.at("atLeast"), 1),
                Span.of(rule.at("within")),
                Values.whole(rule.at("points"), 0),
                decay.isPresent() ? new Decay(Values.whole(decay.at("step"), 0), Span.of(decay.at("every"))) : null);
    }

    private NegativeRule negative(SourceNode rule) {
        return new NegativeRule(
                rule.at("rule").text(),
                rule.at("attribute").isPresent() ? values.condition(rule) : null,
                Span.of(rule.at("absentFor")),
                Values.whole(rule.at("points"), 0));
    }
}
