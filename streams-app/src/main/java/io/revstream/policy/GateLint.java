package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks gates: that each can hold, and that what it asks for exists. */
final class GateLint {

    /** How many occurrences of a signal are remembered with their time. */
    private static final int MOST_REMEMBERED = 16;

    private static final Map<String, Set<String>> WORDS = Map.of(
            "accepted", Set.of("true", "false"),
            "namedAccount", Set.of("true", "false"),
            "customerAccount", Set.of("true", "false"),
            "dealOutcome", Set.of("open", "won", "lost"),
            "status", Set.of("active", "recycled", "archived", "closed_lost"),
            "captureKind", Set.of("form", "sign-up", "import", "enrichment", "booking", "other"));

    private final SourceNode document;
    private final List<String> stages;
    private final Problems problems;
    private final ConditionLint conditions;
    private final SignalLint signals;

    GateLint(SourceNode document, List<String> stages, Problems problems) {
        this.document = document;
        this.stages = stages;
        this.problems = problems;
        conditions = new ConditionLint(document, problems);
        signals = new SignalLint(document, problems);
    }

    /** @param gates a gate, a list of gates, or nothing */
    void check(SourceNode gates) {
        gates.oneOrMore().forEach(this::gate);
    }

    /** Names of attributes or facts. */
    void names(SourceNode names) {
        names.items()
                .forEach(
                        name -> Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
    }

    private void gate(SourceNode gate) {
        names(gate.at("has"));
        for (SourceNode condition : gate.at("facts").oneOrMore()) {
            conditions.check(condition);
            words(condition);
        }
        gate.at("did").oneOrMore().forEach(this::doing);
    }

    private void words(SourceNode condition) {
        String attribute = condition.at("attribute").text();
        SourceNode in = condition.at("in");
        if (attribute == null) {
            return;
        }
        if (attribute.equals("dealStage")) {
            known(in, "the name of a deal stage", dealStages());
        } else if (attribute.equals("stage")) {
            known(in, "the name of a stage", stages);
        } else if (attribute.equals("recycledFrom")) {
            known(
                    in,
                    "a reason code",
                    document.at("rejection", "reasons").values().keySet());
        } else if (WORDS.containsKey(attribute)) {
            known(in, "a word that " + attribute + " may be", WORDS.get(attribute));
        }
    }

    private void known(SourceNode in, String what, Collection<String> known) {
        Set<String> words =
                known.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (SourceNode word : in.items()) {
            if (word.text() != null && !words.contains(Values.word(word))) {
                problems.error(
                        word,
                        Problems.unknown(
                                what, word.text(), known.stream().sorted().toList()));
            }
        }
    }

    private List<String> dealStages() {
        return document.at("pipeline", "stages").each("stage").stream()
                .map(SourceNode::text)
                .filter(text -> text != null)
                .toList();
    }

    private void doing(SourceNode did) {
        signals.check(did.at("any"));
        SourceNode within = did.at("within");
        Long atLeast = did.at("atLeast").number();
        if (within.isPresent() && (atLeast == null || atLeast == 1)) {
            problems.warning(within, "Expected atLeast beside a window, but one activity always lies within it");
        }
        if (atLeast != null && atLeast > MOST_REMEMBERED && within.isPresent()) {
            problems.error(
                    did.at("atLeast"),
                    "Expected at most " + MOST_REMEMBERED + " within a window, but found " + atLeast
                            + ": no more are remembered, and the gate can never hold");
        }
    }
}
