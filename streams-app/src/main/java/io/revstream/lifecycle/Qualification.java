package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.MqlRules;
import io.revstream.policy.MqlRules.PromotionRule;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a lead is from being an MQL: the conditions that every promotion by a rule must meet, and the rules of which one is enough. The
 * promotion and its explanation read the same checks, so that they cannot disagree.
 *
 * @param always what a promotion by any rule must meet
 * @param byHand those of them that a promotion by hand must meet too
 */
public record Qualification(List<Check> always, List<Check> byHand, List<Rule> rules) {

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
        List<Check> byHand = new ArrayList<>(StandingChecks.byHand(facts, standing, mql, customer));
        byHand.addAll(ScoreChecks.effects(scorecard));
        List<Check> always = new ArrayList<>();
        always.add(StandingChecks.open(standing, mql));
        always.addAll(byHand);
        List<Rule> rules = new ArrayList<>(mql.rules().size());
        for (PromotionRule rule : mql.rules()) {
            rules.add(new Rule(rule.rule(), checks(rule, engagement, scorecard, standing)));
        }
        return new Qualification(List.copyOf(always), List.copyOf(byHand), List.copyOf(rules));
    }

    /** Whether a score reaches what its model asks for of the total; of both parts where there is no total. */
    public static boolean reached(Scorecard card) {
        return card.model().combination() == Combination.DUAL
                ? met(ScoreChecks.threshold(card))
                : card.total() >= card.threshold();
    }

    /** The promotion by the first rule that is met, if nothing stands against it. */
    public Optional<Promotion> promotion() {
        if (!met(always)) {
            return Optional.empty();
        }
        for (Rule rule : rules) {
            if (rule.met()) {
                return Optional.of(Promotion.by(rule));
            }
        }
        return Optional.empty();
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

    private static boolean met(List<Check> checks) {
        for (Check check : checks) {
            if (!check.met()) {
                return false;
            }
        }
        return true;
    }
}
