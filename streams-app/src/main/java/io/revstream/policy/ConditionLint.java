package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks tests of attributes: that they test something, and that what they ask for exists. */
final class ConditionLint {

    private final SourceNode lists;
    private final Set<String> titleLevels;
    private final Set<String> territories;
    private final Set<String> attributes;
    private final Problems problems;

    ConditionLint(SourceNode document, Problems problems) {
        this(document, Set.of(), problems);
    }

    /** @param further attributes that are known beside those of a lead */
    ConditionLint(SourceNode document, Set<String> further, Problems problems) {
        attributes = new TreeSet<>(Vocabulary.ATTRIBUTES);
        attributes.addAll(further);
        territories = document.at("territories").each("territory").stream()
                .filter(name -> name.text() != null)
                .map(Values::word)
                .collect(Collectors.toSet());
        lists = document.at("lists");
        titleLevels = document.at("titles").each("level").stream()
                .filter(level -> level.text() != null)
                .map(Values::word)
                .collect(Collectors.toSet());
        this.problems = problems;
    }

    void check(SourceNode condition) {
        SourceNode attribute = condition.at("attribute");
        if (attribute.text() == null) {
            return;
        }
        Vocabulary.warnOfSlip(attribute, "an attribute of a lead", attributes, problems);
        if (List.of("from", "to", "in", "notIn").stream().noneMatch(test -> isTest(condition.at(test)))) {
            problems.error(
                    condition,
                    "Expected from, to, in or notIn, but \"" + attribute.text() + "\" is not tested for anything");
        }
        bounds(attribute.text(), condition.at("from"), condition.at("to"));
        Set<String> in = words(condition.at("in"));
        Set<String> notIn = words(condition.at("notIn"));
        if (in != null && notIn != null && !in.isEmpty() && notIn.containsAll(in)) {
            problems.error(
                    condition.at("in"),
                    "Expected a word that notIn leaves over, but found none: the rule can never apply");
        }
        if (in != null && in.isEmpty() && condition.at("in").isPresent()) {
            problems.warning(
                    condition.at("in"),
                    "Expected words in the list \"" + condition.at("in").text()
                            + "\", but it is empty: the rule can never apply");
        }
        SourceNode atLeast = condition.at("atLeast");
        if (atLeast.number() != null && (in == null || atLeast.number() > in.size())) {
            problems.error(
                    atLeast,
                    "Expected at most " + (in == null ? 0 : in.size()) + ", the number of words under in, but found "
                            + atLeast.number() + ": it can never hold");
        }
        valuesOf(attribute.text(), condition.at("in"));
        valuesOf(attribute.text(), condition.at("notIn"));
    }

    /** In a negative rule, {@code from: engagement} says where the points are taken from. */
    private static boolean isTest(SourceNode test) {
        return test.isPresent() && !"engagement".equals(test.text());
    }

    void bounds(String attribute, SourceNode from, SourceNode to) {
        if (from.number() != null && to.number() != null && from.number() > to.number()) {
            problems.error(
                    to,
                    "Expected at least " + from.number() + ", the lower bound, but found " + to.number()
                            + ": the rule can never apply");
        }
        SourceNode bound = from.number() != null ? from : to;
        if (bound.number() != null
                && Vocabulary.ATTRIBUTES.contains(attribute)
                && !Vocabulary.NUMBERS.contains(attribute)) {
            problems.error(
                    bound,
                    "Expected in or notIn for \"" + attribute
                            + "\", which is no number, but found a bound: the rule can never apply");
        }
    }

    /** The words asked for; null when they cannot be told. */
    Set<String> words(SourceNode asked) {
        if (asked.text() != null) {
            problems.unlessKnown(
                    asked, "words, or the name of a list", lists.values().keySet());
            return lists.values().containsKey(asked.text()) ? wordsOf(lists.at(asked.text())) : null;
        }
        return asked.items().isEmpty() ? null : wordsOf(asked);
    }

    private static Set<String> wordsOf(SourceNode list) {
        return list.items().stream()
                .filter(w -> w.text() != null)
                .map(Values::word)
                .collect(Collectors.toSet());
    }

    private void valuesOf(String attribute, SourceNode words) {
        switch (attribute) {
            case "emailKind" -> values(words, "a kind of e-mail address", Vocabulary.EMAIL_KINDS);
            case "titleLevel" -> values(words, "a level of titles", titleLevels);
            case DerivedFacts.TERRITORY -> values(words, "the name of a territory", territories);
            default -> {}
        }
    }

    private void values(SourceNode words, String expected, Set<String> known) {
        for (SourceNode word : words.items()) {
            if (word.text() != null && !known.contains(Values.word(word))) {
                problems.error(
                        word,
                        Problems.unknown(
                                expected, word.text(), known.stream().sorted().toList()));
            }
        }
    }
}
