package io.revstream.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules in plain words. */
public final class RuleWords {

    private RuleWords() {}

    public static String fit(ScoringModel.FitRule rule) {
        return condition(rule.condition()) + (rule.group() == null ? "" : ", highest of " + rule.group());
    }

    public static String engagement(ScoringModel.EngagementRule rule) {
        String what = rule.condition() == null ? rule.signals().words() : condition(rule.condition());
        String each = rule.each() ? ", each time, " + rule.cap() + " at most" : "";
        String instead = rule.replaces().isEmpty() ? "" : ", instead of " + String.join(", ", rule.replaces());
        return what + each + (rule.decay() == null ? "" : decay(rule.decay())) + instead;
    }

    private static String decay(ScoringModel.Decay decay) {
        return ", less " + decay.step() + (decay.prorated() ? " evenly over " : " every ") + decay.every()
                + (decay.since().isEmpty() ? "" : " since the last " + signals(decay.since(), " or "));
    }

    public static String negative(ScoringModel.NegativeRule rule) {
        String why = rule.condition() != null
                ? condition(rule.condition())
                : rule.signals() != null
                        ? rule.signals().words()
                        : "no " + (rule.of().isEmpty() ? "engagement" : signals(rule.of(), " or ")) + " for "
                                + rule.absentFor();
        return why
                + (rule.fromEngagement() ? ", taken from engagement" : "")
                + (rule.effect() == null ? "" : "; " + effect(rule.effect()));
    }

    private static String effect(ScoringModel.Effect effect) {
        return switch (effect) {
            case REVIEW -> "a person reviews";
            case STOP_SCORING -> "scoring stops";
            case LEAVE_SEQUENCES -> "leaves all sequences";
        };
    }

    public static String conditions(List<Condition> conditions) {
        return conditions.stream().map(RuleWords::condition).collect(Collectors.joining(" and "));
    }

    public static String condition(Condition condition) {
        List<String> tests = new ArrayList<>();
        if (condition.from() != null && condition.from().equals(condition.to())) {
            tests.add("is " + condition.from());
        } else if (condition.from() != null && condition.to() != null) {
            tests.add("from " + condition.from() + " to " + condition.to());
        } else if (condition.from() != null) {
            tests.add("from " + condition.from());
        } else if (condition.to() != null) {
            tests.add("up to " + condition.to());
        }
        if (condition.in() != null) {
            String many = condition.atLeast() == 1 ? "is " : "is " + condition.atLeast() + " of ";
            tests.add(many + String.join(condition.atLeast() == 1 ? " or " : ", ", condition.in()));
        }
        if (condition.notIn() != null) {
            tests.add("is not " + String.join(" or ", condition.notIn()));
        }
        return condition.attribute() + " " + String.join(", ", tests);
    }

    /** Gates, one of which is enough. */
    static String gates(List<Gate> gates) {
        return gates.stream().map(RuleWords::gate).collect(Collectors.joining("; or "));
    }

    static String gate(Gate gate) {
        List<String> parts = new ArrayList<>();
        if (!gate.has().isEmpty()) {
            parts.add("known " + String.join(", ", gate.has()));
        }
        gate.facts().forEach(condition -> parts.add(condition(condition)));
        gate.did().forEach(did -> parts.add("did " + did.words()));
        return String.join(" and ", parts);
    }

    public static String signals(List<Signal> signals, String joint) {
        return signals.stream()
                .map(signal -> signal.kind() + (signal.asset() == null ? "" : " of " + signal.asset()))
                .collect(Collectors.joining(joint));
    }
}
