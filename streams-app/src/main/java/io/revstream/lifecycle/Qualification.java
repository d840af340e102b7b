package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.MqlRules;
import io.revstream.policy.MqlRules.PromotionRule;
import io.revstream.policy.Policy;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a lead is from being an MQL: the conditions that every promotion must meet, those that a promotion by a rule must meet too,
 * and the rules of which one is enough. The promotion and its explanation read the same checks, so that they cannot disagree.
 *
 * @param always what also a promotion by hand must meet
 * @param open what a promotion by any rule must meet besides
 */
public record Qualification(List<Check> always, List<Check> open, List<Rule> rules) {

    /** A promotion rule: all of its checks must be met. */
    public record Rule(String rule, List<Check> checks) {
        public boolean met() {
            return Qualification.met(checks);
        }
    }

    /** @param customer whether the lead itself is a customer */
    public static Qualification of(
            Facts facts,
            Engagement engagement,
            Scorecard scorecard,
            Standing standing,
            Policy policy,
            boolean customer) {
        MqlRules mql = policy.mql();
        List<Rule> rules = new ArrayList<>(mql.rules().size());
        for (PromotionRule rule : mql.rules()) {
            rules.add(new Rule(rule.rule(), checks(rule, engagement, scorecard, standing)));
        }
        return new Qualification(
                StandingChecks.always(facts, standing, mql, customer),
                List.of(StandingChecks.open(standing, mql)),
                List.copyOf(rules));
    }

    /** The promotion by the first rule that is met, if nothing stands against it. */
    public Optional<Promotion> promotion() {
        if (!met(always) || !met(open)) {
            return Optional.empty();
        }
        for (Rule rule : rules) {
            if (rule.met()) {
                return Optional.of(Promotion.by(rule));
            }
        }
        return Optional.empty();
    }

    /** What stands against any promotion, also one by hand; empty when nothing does. */
    public List<Check> against() {
        return always.stream().filter(check -> !check.met()).toList();
    }

    private static List<Check> checks(
            PromotionRule rule, Engagement engagement, Scorecard scorecard, Standing standing) {
        List<Check> checks = new ArrayList<>();
        if (rule.score()) {
            checks.addAll(ScoreChecks.threshold(scorecard));
        }
        checks.addAll(IntentChecks.of(rule, engagement));
        if (rule.needsFitFloor()) {
            checks.add(ScoreChecks.fitFloor(scorecard));
        }
        checks.addAll(StandingChecks.of(rule, standing));
        return List.copyOf(checks);
    }

    static boolean met(List<Check> checks) {
        for (Check check : checks) {
            if (!check.met()) {
                return false;
            }
        }
        return true;
    }
}
