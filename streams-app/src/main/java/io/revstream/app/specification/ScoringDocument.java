package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.Policy;
import io.revstream.policy.RuleWords;
import io.revstream.policy.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/** Fit and engagement points, how they combine, and the threshold. */
final class ScoringDocument {

    private static final List<String> COLUMNS = List.of("Rule", "Points", "When");

    private ScoringDocument() {}

    static Specification of(Policy policy, SourceNode document) {
        Markdown page = Terms.head("Scoring specification", policy);
        List<ScoringModel> models = policy.scoring().models();
        if (models.size() > 1) {
            page.paragraph("The first model whose conditions a lead meets scores it.");
        }
        models.forEach(model -> model(page, model));
        page.section("Promotion").paragraph("The score is one of the ways to become an MQL. The rules:");
        List<List<String>> rows = new ArrayList<>();
        document.at("mql").values().forEach((key, value) -> rows.add(Markdown.cells(key, NodeWords.of(value))));
        page.table(List.of("Rule", "Meaning"), rows);
        page.section("Calibration")
                .items(List.of(
                        "checked against outcomes "
                                + policy.calibration().cadence().word(),
                        "last checked on "
                                + (policy.profile().lastCalibrated() == null
                                        ? "no day yet"
                                        : policy.profile().lastCalibrated())));
        new Terms(policy, document, "scoring", "mql").explain(page);
        return new Specification("2-scoring.md", page.text());
    }

    private static void model(Markdown page, ScoringModel model) {
        page.section("Model " + model.name());
        List<String> facts = new ArrayList<>();
        facts.add("for " + (model.when().isEmpty() ? "every lead" : RuleWords.conditions(model.when())));
        facts.add("**threshold " + model.threshold() + "**");
        facts.add(combination(model));
        facts.add("at least " + model.fitFloor() + " fit and " + model.engagementFloor()
                + " engagement points, or the threshold does not promote");
        if (model.engagementCondition() != null) {
            facts.add("and " + model.engagementCondition().words());
        }
        page.items(facts);
        page.part("Fit, " + model.fitMaximum() + " points at most")
                .table(
                        COLUMNS,
                        model.fit().stream()
                                .map(rule -> row(rule.rule(), rule.points(), RuleWords.fit(rule)))
                                .toList());
        page.part("Engagement, " + model.engagementMaximum() + " points at most")
                .table(
                        COLUMNS,
                        model.engagement().stream()
                                .map(rule -> row(rule.rule(), rule.points(), RuleWords.engagement(rule)))
                                .toList());
        page.part("Negative")
                .table(
                        COLUMNS,
                        model.negative().stream()
                                .map(rule -> row(rule.rule(), rule.points(), RuleWords.negative(rule)))
                                .toList());
    }

    private static List<String> row(String rule, int points, String when) {
        return Markdown.cells(rule, (points > 0 ? "+" : "") + points, when);
    }

    private static String combination(ScoringModel model) {
        return switch (model.combination()) {
            case NORM ->
                "total = %d %% of 100 × fit ÷ %d + %d %% of 100 × engagement ÷ %d + negatives, from 0 to 100 (NORM)"
                        .formatted(
                                model.fitWeight(),
                                model.fitMaximum(),
                                model.engagementWeight(),
                                model.engagementMaximum());
            case WRAW ->
                "total = %d %% of fit + %d %% of engagement + negatives (WRAW)"
                        .formatted(model.fitWeight(), model.engagementWeight());
            case RAW -> "total = fit + engagement + negatives (RAW)";
            case DUAL -> "no total: both parts must reach their least points (DUAL)";
            case SINGLE -> "total = fit + engagement + negatives, and an engagement condition beside it (SINGLE)";
        };
    }
}
