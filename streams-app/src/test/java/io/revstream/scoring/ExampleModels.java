package io.revstream.scoring;

import io.revstream.policy.Condition;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.policy.Signal;
import java.util.List;
import java.util.Set;

/** The example models M-PLG and M-ENT (domain 2.9), as far as the worked totals of domain 2.11 ask for them. */
final class ExampleModels {

    static final ScoringModel M_PLG = new ScoringModel(
            "M-PLG",
            List.of(),
            Combination.NORM,
            30,
            70,
            1,
            1,
            60,
            List.of(
                    new FitRule("company-size", new Condition("employees", 10L, 500L, null, null), 15),
                    fit("target-industry", "industry", "software", 10),
                    fit("manager-or-higher", "titleLevel", "manager", 10),
                    fit("complementary-tool", "technologies", "hubspot", 10)),
            List.of(
                    engagement("account", "ACCOUNT_CREATED", null, 15),
                    engagement("onboarding", "ONBOARDING_COMPLETED", null, 20),
                    new EngagementRule("core-feature", signals("CORE_FEATURE_USED", null), 3, null, 25, null),
                    engagement("invited", "TEAM_MEMBER_INVITED", null, 25),
                    engagement("limit", "USAGE_LIMIT_HIT", null, 20),
                    engagement("pricing", "PAGE_VIEW", "pricing", 15)),
            List.of(new NegativeRule(
                    "personal-email", new Condition("emailKind", null, null, Set.of("personal"), null), null, -10)));

    static final ScoringModel M_ENT = new ScoringModel(
            "M-ENT",
            List.of(),
            Combination.NORM,
            60,
            40,
            1,
            1,
            75,
            List.of(
                    new FitRule("company-size", new Condition("employees", 500L, null, null, null), 20),
                    new FitRule("revenue", new Condition("revenue", 50_000_000L, null, null, null), 15),
                    fit("target-industry", "industry", "software", 15),
                    fit("vp-or-higher", "titleLevel", "vp", 20),
                    fit("decision-maker", "seniority", "decision-maker", 15),
                    fit("competitor-tool", "technologies", "rival", 10)),
            List.of(
                    engagement("demo", "DEMO_REQUEST", null, 30),
                    engagement("stakeholders", "STAKEHOLDERS_ENGAGED", null, 20),
                    engagement("executive-webinar", "WEBINAR_ATTENDED", "executive", 15),
                    engagement("roi-guide", "CONTENT_DOWNLOADED", "roi-guide", 10),
                    new EngagementRule("pricing", signals("PAGE_VIEW", "pricing"), 2, null, 15, null)),
            List.of());

    private ExampleModels() {}

    static ScoringModel with(ScoringModel model, Combination combination) {
        return new ScoringModel(
                model.name(),
                model.when(),
                combination,
                model.fitWeight(),
                model.engagementWeight(),
                model.fitFloor(),
                model.engagementFloor(),
                model.threshold(),
                model.fit(),
                model.engagement(),
                model.negative());
    }

    private static FitRule fit(String rule, String attribute, String word, int points) {
        return new FitRule(rule, new Condition(attribute, null, null, Set.of(word), null), points);
    }

    private static EngagementRule engagement(String rule, String kind, String asset, int points) {
        return new EngagementRule(rule, signals(kind, asset), 1, null, points, null);
    }

    private static List<Signal> signals(String kind, String asset) {
        return List.of(new Signal(kind, asset));
    }
}
