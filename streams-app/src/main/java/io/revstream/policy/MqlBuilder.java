package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.MqlRules.Audience;
import io.revstream.policy.MqlRules.PromotionRule;

/** Builds promotion rules. */
record MqlBuilder(Values values) {

    MqlRules mql(SourceNode mql) {
        return new MqlRules(
                Values.list(mql.at("rules"), this::rule),
                Values.words(mql.at("manual")),
                Values.set(mql.at("suppress"), SourceNode::text),
                Values.set(mql.at("openStages"), SourceNode::text));
    }

    private PromotionRule rule(SourceNode rule) {
        return new PromotionRule(
                rule.at("rule").text(),
                Values.flag(rule.at("score"), false),
                values.signals(rule.at("all")),
                Span.of(rule.at("within")),
                Values.set(rule.at("stages"), SourceNode::text),
                Values.choice(rule.at("for"), Audience.EVERYONE),
                Values.flag(rule.at("needsFitFloor"), false));
    }
}
