package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.EngagementRule;
import java.util.List;
import java.util.Set;

/** Checks engagement rules and counts of signals: that what they count can be remembered, and what they say goes together. */
record EngagementLint(SignalLint signals, Problems problems) {

    private static final int MOST_TIMES = 16;
    private static final int MOST_DAYS = 64;
    private static final long DAY = 86_400_000;

    void check(SourceNode rules) {
        rules.items().forEach(this::rule);
        replacements(rules.items());
    }

    private void rule(SourceNode rule) {
        oneOf(rule, List.of("any", "attribute"), "signals (any) or an attribute that is tested");
        if (rule.at("attribute").isPresent()) {
            for (String key : List.of("decay", "pays", "cap", "atLeast", "of", "within", "only")) {
                unless(rule.at(key), key + " with signals (any)", "an attribute that is tested");
            }
        }
        count(rule);
        decay(rule);
        pays(rule);
    }

    /** A count of signals, wherever it stands. */
    void count(SourceNode rule) {
        signals.check(rule.at("any"));
        Long atLeast = rule.at("atLeast").number();
        Span within = Span.of(rule.at("within"));
        if (atLeast == null) {
            return;
        }
        if (isDays(rule)) {
            long days = within == null || within.business() ? MOST_DAYS : (within.millis() + DAY - 1) / DAY;
            most(rule.at("atLeast"), atLeast, Math.min(days, MOST_DAYS), "days, which the window holds");
        } else if (within != null) {
            most(
                    rule.at("atLeast"),
                    atLeast,
                    MOST_TIMES,
                    "times, as many as a lead's state remembers with their instants");
        }
    }

    private static boolean isDays(SourceNode rule) {
        return "days".equals(rule.at("of").text());
    }

    private void most(SourceNode atLeast, long found, long most, String what) {
        if (found > most) {
            problems.error(
                    atLeast,
                    "Expected at most " + most + " " + what + ", but found " + found + ": the rule can never apply");
        }
    }

    private void decay(SourceNode rule) {
        signals.check(rule.at("decay", "since"));
        Long step = rule.at("decay", "step").number();
        Long points = rule.at("points").number();
        if (step != null && points != null && step > points) {
            problems.error(
                    rule.at("decay", "step"),
                    "Expected a step of at most " + points + ", the points of the rule, but found " + step);
        }
    }

    private void pays(SourceNode rule) {
        SourceNode cap = rule.at("cap");
        if (!"each".equals(rule.at("pays").text())) {
            unless(cap, "pays: each with a cap", "a rule that pays once");
            return;
        }
        if ((rule.at("atLeast").number() != null && rule.at("atLeast").number() > 1) || isDays(rule)) {
            SourceNode place = isDays(rule) ? rule.at("of") : rule.at("atLeast");
            problems.error(
                    place,
                    "Expected a rule that pays each time to count single times, but found \"" + place.text() + "\"");
        }
        Long points = rule.at("points").number();
        if (cap.number() == null || points == null) {
            return;
        }
        if (cap.number() < points || cap.number() > points * EngagementRule.MOST_EACH) {
            problems.error(
                    cap,
                    "Expected a cap from " + points + " to " + points * EngagementRule.MOST_EACH + ", once to "
                            + EngagementRule.MOST_EACH + " times the points, but found " + cap.number());
        }
    }

    private void replacements(List<SourceNode> rules) {
        List<String> names = rules.stream().map(rule -> rule.at("rule").text()).toList();
        Set<String> cyclic = Most.cyclic(ScoringLint.most(rules));
        for (SourceNode rule : rules) {
            for (SourceNode replaced : rule.at("replaces").items()) {
                problems.unlessKnown(replaced, "an engagement rule of this model", names);
                if (cyclic.contains(rule.at("rule").text()) && cyclic.contains(replaced.text())) {
                    problems.error(
                            replaced,
                            "Expected a rule that does not lead back to \""
                                    + rule.at("rule").text() + "\", but \"" + replaced.text()
                                    + "\" replaces it in turn");
                }
            }
        }
    }

    /** Exactly one of these keys. */
    void oneOf(SourceNode rule, List<String> keys, String expected) {
        List<String> found =
                keys.stream().filter(key -> rule.at(key).isPresent()).toList();
        if (found.size() != 1) {
            problems.error(
                    rule,
                    "Expected either " + expected + ", but found "
                            + (found.isEmpty() ? "neither" : String.join(" and ", found)));
        }
    }

    private void unless(SourceNode key, String expected, String found) {
        if (key.isPresent()) {
            problems.error(key, "Expected " + expected + ", but found " + found);
        }
    }
}
