package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.Effect;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;

/**
 * Builds scoring models.
 *
 * @param enterpriseFocused whether fit rules give the points that they have for that
 */
record ScoringBuilder(Values values, boolean enterpriseFocused) {

    private static final Span AN_HOUR = Span.parse("1h");

    ScoringRules scoring(SourceNode scoring) {
        Span late = Span.of(scoring.at("lateArrival"));
        return new ScoringRules(late == null ? AN_HOUR : late, Values.list(scoring.at("models"), this::model));
    }

    private ScoringModel model(SourceNode model) {
        SourceNode weights = model.at("weights");
        SourceNode floors = model.at("floors");
        SourceNode condition = model.at("engagementCondition");
        return new ScoringModel(
                model.at("model").text(),
                model.at("when").oneOrMore().stream().map(values::condition).toList(),
                Values.choice(model.at("combination"), Combination.NORM),
                Values.whole(weights.at("fit"), 50),
                Values.whole(weights.at("engagement"), 50),
                Values.whole(floors.at("fit"), 1),
                Values.whole(floors.at("engagement"), 1),
                Values.whole(model.at("threshold"), 0),
                condition.isPresent() ? values.signalCount(condition) : null,
                Values.list(model.at("fit"), this::fit),
                Values.list(model.at("engagement"), this::engagement),
                Values.list(model.at("negative"), this::negative));
    }

    /** The points of a fit rule in a policy that is focused on enterprises, or not. */
    static SourceNode fitPoints(SourceNode rule, boolean enterpriseFocused) {
        SourceNode enterprise = rule.at("enterprisePoints");
        return enterpriseFocused && enterprise.isPresent() ? enterprise : rule.at("points");
    }

    static boolean enterpriseFocused(SourceNode document) {
        return "true".equals(document.at("profile", "enterpriseFocused").text());
    }

    private FitRule fit(SourceNode rule) {
        return new FitRule(
                rule.at("rule").text(),
                rule.at("group").text(),
                values.condition(rule),
                Values.whole(fitPoints(rule, enterpriseFocused), 0));
    }

    private EngagementRule engagement(SourceNode rule) {
        boolean each = "each".equals(rule.at("pays").text());
        int points = Values.whole(rule.at("points"), 0);
        return new EngagementRule(
                rule.at("rule").text(),
                condition(rule),
                signals(rule),
                points,
                each,
                each ? Values.whole(rule.at("cap"), points * EngagementRule.MOST_EACH) : points,
                decay(rule.at("decay")),
                rule.at("replaces").texts());
    }

    private Decay decay(SourceNode decay) {
        if (!decay.isPresent()) {
            return null;
        }
        return new Decay(
                Values.whole(decay.at("step"), 0),
                Span.of(decay.at("every")),
                values.signals(decay.at("since")),
                Values.flag(decay.at("prorated"), false));
    }

    private NegativeRule negative(SourceNode rule) {
        SourceNode effect = rule.at("effect");
        return new NegativeRule(
                rule.at("rule").text(),
                condition(rule),
                signals(rule),
                Span.of(rule.at("absentFor")),
                values.signals(rule.at("of")),
                Values.whole(rule.at("points"), 0),
                "engagement".equals(rule.at("from").text()),
                effect.isPresent() ? Values.constant(effect, Effect.class) : null,
                effect.isPresent() ? Values.text(rule.at("port"), usualPort(effect.text())) : null);
    }

    private Condition condition(SourceNode rule) {
        return rule.at("attribute").isPresent() ? values.condition(rule) : null;
    }

    private SignalCount signals(SourceNode rule) {
        return rule.at("any").isPresent() ? values.signalCount(rule) : null;
    }

    /** As the schema says. */
    private static String usualPort(String effect) {
        return switch (effect) {
            case "review" -> "crm";
            case "leave-sequences" -> "marketing-automation";
            default -> null;
        };
    }
}
