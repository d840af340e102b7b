package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.EngagementRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks scoring models and the levels of titles that they test. */
final class ScoringLint {

    /** SCO-22. */
    private static final int LOWEST_TYPICAL = 50;

    private static final int HIGHEST_TYPICAL = 80;

    /** Facts that the score itself decides. */
    private static final Set<String> BY_SCORE = Set.of("score", "total", "criteriaMet");

    private final SourceNode document;
    private final Problems problems;
    private final ConditionLint conditions;
    private final SignalLint signals;
    private final EngagementLint engagement;
    private final boolean enterpriseFocused;

    ScoringLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        conditions = new ConditionLint(document, problems);
        signals = new SignalLint(document, problems);
        engagement = new EngagementLint(signals, problems);
        enterpriseFocused = ScoringBuilder.enterpriseFocused(document);
    }

    void check() {
        titles(document.at("titles"));
        signals.checkNamed();
        SourceNode models = document.at("scoring", "models");
        FirstThatHolds.check(models, "model", "a lead that meets no condition would have no score", problems);
        models.items().forEach(this::model);
    }

    private void model(SourceNode model) {
        model.at("when").oneOrMore().forEach(this::condition);
        Stream.of("fit", "engagement", "negative")
                .flatMap(part -> model.at(part).items().stream())
                .forEach(this::condition);
        new GroupLint(problems).check(model.at("fit"));
        engagement.check(model.at("engagement"));
        model.at("negative").items().forEach(this::negative);
        problems.unlessDistinct(
                Stream.of("fit", "engagement", "negative")
                        .flatMap(part -> model.at(part).each("rule").stream())
                        .toList(),
                "rule of a model");
        weights(model);
        floors(model);
        threshold(model);
        engagementCondition(model);
    }

    private void condition(SourceNode condition) {
        conditions.check(condition);
        SourceNode attribute = condition.at("attribute");
        if (attribute.text() != null && BY_SCORE.contains(attribute.text())) {
            problems.error(
                    attribute,
                    "Expected an attribute that is known before the score, but found \"" + attribute.text()
                            + "\", which follows from it");
        }
    }

    private void negative(SourceNode rule) {
        engagement.oneOf(
                rule,
                List.of("attribute", "any", "absentFor"),
                "an attribute that is tested, signals (any) or absentFor");
        if (rule.at("of").isPresent() && !rule.at("absentFor").isPresent()) {
            problems.error(
                    rule.at("of"), "Expected absentFor with the signals whose absence counts, but there is none");
        }
        engagement.count(rule);
        signals.check(rule.at("of"));
    }

    private void engagementCondition(SourceNode model) {
        SourceNode condition = model.at("engagementCondition");
        String combination = combination(model);
        if (condition.isPresent() && !combination.equals(Combination.SINGLE.name())) {
            problems.error(
                    condition,
                    "Expected an engagement condition with SINGLE only, but the combination is " + combination);
        }
        engagement.count(condition);
    }

    private void weights(SourceNode model) {
        SourceNode weights = model.at("weights");
        Long fit = weights.at("fit").number();
        Long engagement = weights.at("engagement").number();
        if (fit != null && engagement != null && fit + engagement != 100) {
            problems.error(
                    weights,
                    "Expected weights that add up to 100, but found " + fit + " + " + engagement + " = "
                            + (fit + engagement));
        }
        String combination = combination(model);
        if (!weights.isPresent()
                && (combination.equals(Combination.NORM.name()) || combination.equals(Combination.WRAW.name()))) {
            problems.error(
                    model.at("model"), "Expected weights, which " + combination + " combines by, but there are none");
        }
    }

    private void floors(SourceNode model) {
        for (String part : List.of("fit", "engagement")) {
            SourceNode floor = model.at("floors", part);
            if (floor.number() != null && model.at(part).isPresent() && floor.number() > most(model, part)) {
                problems.error(
                        floor,
                        "Expected at most " + most(model, part) + ", which all " + part
                                + " rules give together, but found " + floor.number() + ": no lead would reach it");
            }
        }
    }

    private void threshold(SourceNode model) {
        SourceNode threshold = model.at("threshold");
        if (threshold.number() == null) {
            return;
        }
        if (threshold.number() < LOWEST_TYPICAL || threshold.number() > HIGHEST_TYPICAL) {
            problems.warning(
                    threshold,
                    "Expected a threshold from 50 to 80, as is typical, but found " + threshold.number() + " (SCO-22)");
        }
        Long most = mostTotal(model);
        if (most != null && threshold.number() * 100 > most) {
            problems.error(
                    threshold,
                    "Expected at most " + most / 100 + ", which the rules can add up to, but found "
                            + threshold.number() + ": no lead would reach it");
        }
    }

    /** A hundred times the greatest total, or null when the document does not tell. */
    private Long mostTotal(SourceNode model) {
        Long fit = model.at("weights", "fit").number();
        Long engaged = model.at("weights", "engagement").number();
        boolean weighted = fit != null && engaged != null;
        return switch (combination(model)) {
            case "NORM" ->
                weighted
                        ? Long.valueOf(100
                                * ((most(model, "fit") > 0 ? fit : 0) + (most(model, "engagement") > 0 ? engaged : 0)))
                        : null;
            case "WRAW" ->
                weighted ? Long.valueOf(fit * most(model, "fit") + engaged * most(model, "engagement")) : null;
            case "RAW", "SINGLE" -> Long.valueOf(100 * (most(model, "fit") + most(model, "engagement")));
            default -> null;
        };
    }

    private static String combination(SourceNode model) {
        return Values.text(model.at("combination"), Combination.NORM.name());
    }

    private long most(SourceNode model, String part) {
        List<SourceNode> rules = model.at(part).items();
        return part.equals("fit") ? Most.ofFit(mostFit(rules)) : Most.ofEngagement(most(rules));
    }

    private List<Most> mostFit(List<SourceNode> rules) {
        return rules.stream()
                .map(rule -> new Most(
                        rule.at("rule").text(),
                        rule.at("group").text(),
                        points(ScoringBuilder.fitPoints(rule, enterpriseFocused)),
                        List.of()))
                .toList();
    }

    /** What engagement rules can give; what the schema has found wrong counts as nothing. */
    static List<Most> most(List<SourceNode> rules) {
        return rules.stream()
                .map(rule -> new Most(
                        Values.text(rule.at("rule"), ""),
                        null,
                        mostEngagement(rule),
                        rule.at("replaces").texts()))
                .toList();
    }

    /** The most points of an engagement rule; 0 where the schema has found them wrong. */
    static long mostEngagement(SourceNode rule) {
        if (!"each".equals(rule.at("pays").text())) {
            return points(rule.at("points"));
        }
        long cap = points(rule.at("cap"));
        return cap > 0 ? cap : EngagementRule.MOST_EACH * points(rule.at("points"));
    }

    private static long points(SourceNode points) {
        return points.number() == null ? 0 : points.number();
    }

    /** A word that holds an earlier level's word never leads to its own level. */
    private void titles(SourceNode titles) {
        problems.unlessDistinct(titles.each("level"), "level of titles");
        for (int i = 0; i < titles.items().size(); i++) {
            for (SourceNode word : titles.items().get(i).at("words").items()) {
                titles.items().subList(0, i).forEach(earlier -> taken(word, earlier));
            }
        }
    }

    private void taken(SourceNode word, SourceNode earlier) {
        for (String other : earlier.at("words").texts()) {
            if (word.text() != null && holds(word.text(), other)) {
                problems.warning(
                        word,
                        "Expected a word that no earlier level has, but \"" + word.text() + "\" is taken by \"" + other
                                + "\" of level \"" + earlier.at("level").text() + "\": it can never apply");
            }
        }
    }

    private static boolean holds(String text, String phrase) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
