package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.Combination;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks scoring models and the levels of titles that they test. */
final class ScoringLint {

    /** SCO-22. */
    private static final int LOWEST_TYPICAL = 50;

    private static final int HIGHEST_TYPICAL = 80;

    private final SourceNode document;
    private final Problems problems;
    private final ConditionLint conditions;

    ScoringLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        conditions = new ConditionLint(document, problems);
    }

    void check() {
        titles(document.at("titles"));
        SourceNode models = document.at("scoring", "models");
        FirstThatHolds.check(models, "model", "a lead that meets no condition would have no score", problems);
        models.items().forEach(this::model);
    }

    private void model(SourceNode model) {
        model.at("when").oneOrMore().forEach(conditions::check);
        Stream.of("fit", "negative")
                .flatMap(part -> model.at(part).items().stream())
                .forEach(conditions::check);
        model.at("negative").items().forEach(this::negative);
        model.at("engagement")
                .items()
                .forEach(rule -> rule.at("any")
                        .each("kind")
                        .forEach(kind -> Vocabulary.warnOfSlip(
                                kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems)));
        problems.unlessDistinct(
                Stream.of("fit", "engagement", "negative")
                        .flatMap(part -> model.at(part).each("rule").stream())
                        .toList(),
                "rule of a model");
        weights(model);
        floors(model);
        threshold(model);
    }

    private void negative(SourceNode rule) {
        if (rule.at("attribute").isPresent() == rule.at("absentFor").isPresent()) {
            String found = rule.at("attribute").isPresent() ? "both" : "neither";
            problems.error(rule, "Expected either an attribute that is tested or absentFor, but found " + found);
        }
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
    private static Long mostTotal(SourceNode model) {
        Long fit = model.at("weights", "fit").number();
        Long engagement = model.at("weights", "engagement").number();
        return switch (combination(model)) {
            case "NORM" -> Long.valueOf(100 * 100);
            case "WRAW" ->
                fit == null || engagement == null
                        ? null
                        : Long.valueOf(fit * most(model, "fit") + engagement * most(model, "engagement"));
            case "RAW", "SINGLE" -> Long.valueOf(100 * (most(model, "fit") + most(model, "engagement")));
            default -> null;
        };
    }

    private static String combination(SourceNode model) {
        return Values.text(model.at("combination"), Combination.NORM.name());
    }

    private static long most(SourceNode model, String part) {
        return model.at(part).each("points").stream()
                .mapToLong(points -> points.number() == null ? 0 : points.number())
                .sum();
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
