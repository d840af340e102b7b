package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.MqlRules;
import io.revstream.policy.MqlRules.HighIntent;
import io.revstream.policy.Policy;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far a lead is from being an MQL: the conditions that every promotion must meet, and the rules of which one is enough. The
 * promotion and its explanation read the same checks, so that they cannot disagree.
 */
public record Qualification(List<Check> always, List<Rule> rules) {

    /** A promotion rule: all of its checks must be met. */
    public record Rule(String rule, List<Check> checks) {
        public boolean met() {
            return Qualification.met(checks);
        }
    }

    /** @param customer whether the lead belongs to a customer */
    public static Qualification of(
            Facts facts,
            Engagement engagement,
            Scorecard scorecard,
            Standing standing,
            Policy policy,
            boolean customer) {
        MqlRules mql = policy.mql();
        List<Check> always = new ArrayList<>();
        always.add(open(standing, mql));
        always.add(once(standing));
        if (mql.suppress().contains("customer")) {
            always.add(not("a customer", customer));
        }
        if (mql.suppress().contains("competitor")) {
            always.add(not("a competitor", facts.words("emailKind").contains("competitor")));
        }
        always.addAll(ScoreChecks.effects(scorecard));
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule("threshold", ScoreChecks.threshold(scorecard)));
        for (HighIntent highIntent : mql.highIntent()) {
            List<Check> checks = new ArrayList<>(IntentChecks.of(highIntent, engagement));
            if (mql.highIntentNeedsFitFloor()) {
                checks.add(ScoreChecks.fitFloor(scorecard));
            }
            rules.add(new Rule(highIntent.rule(), List.copyOf(checks)));
        }
        return new Qualification(List.copyOf(always), List.copyOf(rules));
    }

    /** The promotion by the first rule that is met, if nothing stands against it. */
    public Optional<Promotion> promotion() {
        if (!met(always)) {
            return Optional.empty();
        }
        for (Rule rule : rules) {
            if (rule.met()) {
                String because = rule.checks().stream()
                        .map(check -> check.condition() + " " + check.found() + " (needed: " + check.needed() + ")")
                        .collect(Collectors.joining(", "));
                return Optional.of(new Promotion(rule.rule(), because));
            }
        }
        return Optional.empty();
    }

    private static boolean met(List<Check> checks) {
        for (Check check : checks) {
            if (!check.met()) {
                return false;
            }
        }
        return true;
    }

    private static Check open(Standing standing, MqlRules mql) {
        boolean open = switch (standing.status()) {
            case ACTIVE -> standing.stage() != null && mql.openStages().contains(standing.stage());
            case RECYCLED -> true;
            case ARCHIVED, CLOSED_LOST -> false;
        };
        return new Check(
                "stage",
                open,
                () -> (standing.stage() == null ? "none" : standing.stage()) + ", " + standing.status(),
                () -> "ACTIVE in one of " + new TreeSet<>(mql.openStages()) + ", or RECYCLED");
    }

    private static Check once(Standing standing) {
        return new Check(
                "promotions in pass " + standing.pass(),
                !standing.promotedInPass(),
                () -> standing.promotedInPass() ? "one, at " + standing.mqlAt() : "none",
                () -> "none");
    }

    /** Those whom nobody would sell to (MQL-07). */
    private static Check not(String kind, boolean is) {
        return new Check(kind, !is, () -> is ? "yes" : "no", () -> "no");
    }
}
