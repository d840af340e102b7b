package io.revstream.scoring;

import io.revstream.policy.Facts;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import java.time.Instant;
import java.util.List;

/** Computes scores: what is true at an instant, however often it is asked and in whichever order. */
public final class Scoring {

    private Scoring() {}

    /**
     * The score at an instant.
     *
     * @param firstSeen when the lead became known: its absence counts from then on as long as it never engaged
     * @param baseline engagement points of a lead that was recycled, as the policy's rejection rules have them (SCO-24)
     */
    public static Scorecard score(
            Facts facts, Engagement engagement, Instant firstSeen, ScoringModel model, int baseline, Instant at) {
        Ledger ledger = new Ledger(model.fit().size()
                + model.engagement().size()
                + model.negative().size()
                + 1);
        fit(model.fit(), facts, ledger);
        engagement(model, facts, engagement, at, ledger);
        if (engagement.resetAt() != null && baseline != 0) {
            ledger.baseline(baseline, engagement.resetAt());
        }
        negative(model.negative(), facts, engagement, firstSeen, at, ledger);
        long condition =
                model.engagementCondition() == null ? 0 : engagement.countUpTo(at, model.engagementCondition());
        return ledger.combine(model, condition);
    }

    /**
     * The next instant after one at which time alone changes a score: a step of decay, or an absence; null when none does. Between the
     * two, nothing changes unless something happens. A score that has stopped does not change by time.
     *
     * @param score the score at that instant
     */
    public static Instant nextChange(Scorecard score, Engagement engagement, Instant firstSeen, Instant after) {
        return score.isStopped() ? null : nextChange(engagement, firstSeen, score.model(), after);
    }

    /** The same of a model by which scoring is not stopped. */
    static Instant nextChange(Engagement engagement, Instant firstSeen, ScoringModel model, Instant after) {
        Instant next = null;
        for (EngagementRule rule : model.engagement()) {
            next = earlier(next, Award.nextStep(rule, engagement, after));
        }
        for (NegativeRule rule : model.negative()) {
            if (rule.absentFor() != null) {
                Instant absent = presentAt(rule, engagement, firstSeen)
                        .plusMillis(rule.absentFor().millis());
                next = absent.isAfter(after) ? earlier(next, absent) : next;
            }
        }
        return next;
    }

    /** Of a group, the highest rule that holds; the first of equal ones (SCO-13). */
    private static void fit(List<FitRule> rules, Facts facts, Ledger ledger) {
        for (int i = 0; i < rules.size(); i++) {
            FitRule rule = rules.get(i);
            if (rule.group() == null) {
                rule = rule.condition().holds(facts) ? rule : null;
            } else {
                rule = isFirstOfGroup(rules, i) ? highest(rules, i, facts) : null;
            }
            if (rule != null) {
                ledger.fit(
                        rule.rule(),
                        rule.points(),
                        facts.toldBy(rule.condition().attribute()));
            }
        }
    }

    private static boolean isFirstOfGroup(List<FitRule> rules, int place) {
        String group = rules.get(place).group();
        for (int i = place - 1; i >= 0; i--) {
            if (group.equals(rules.get(i).group())) {
                return false;
            }
        }
        return true;
    }

    private static FitRule highest(List<FitRule> rules, int from, Facts facts) {
        String group = rules.get(from).group();
        FitRule highest = null;
        for (int i = from; i < rules.size(); i++) {
            FitRule rule = rules.get(i);
            if (group.equals(rule.group())
                    && (highest == null || rule.points() > highest.points())
                    && rule.condition().holds(facts)) {
                highest = rule;
            }
        }
        return highest;
    }

    private static void engagement(ScoringModel model, Facts facts, Engagement engagement, Instant at, Ledger ledger) {
        List<EngagementRule> rules = model.engagement();
        for (int i = 0; i < rules.size(); i++) {
            EngagementRule rule = rules.get(i);
            Award award = Award.of(rule, facts, engagement, at);
            if (award != null && !Award.isReplaced(rule, model, facts, engagement, at)) {
                ledger.engagement(
                        rule.rule(),
                        award,
                        rule.condition() == null
                                ? null
                                : facts.toldBy(rule.condition().attribute()));
            }
        }
    }

    private static void negative(
            List<NegativeRule> rules,
            Facts facts,
            Engagement engagement,
            Instant firstSeen,
            Instant at,
            Ledger ledger) {
        for (int i = 0; i < rules.size(); i++) {
            NegativeRule rule = rules.get(i);
            if (rule.condition() != null) {
                if (rule.condition().holds(facts)) {
                    ledger.taken(rule, facts.toldBy(rule.condition().attribute()));
                }
            } else if (rule.signals() != null) {
                Evidence evidence = Counting.group(rule.signals(), engagement);
                if (evidence != null) {
                    ledger.taken(rule, evidence);
                }
            } else {
                Instant present = presentAt(rule, engagement, firstSeen);
                if (!at.isBefore(present.plusMillis(rule.absentFor().millis()))) {
                    ledger.taken(rule, present);
                }
            }
        }
    }

    /**
     * Since when an absence counts: the last engagement, or the latest of the signals that the rule asks for. A lead that was recycled
     * begins anew with those, since what it did before is forgotten.
     */
    private static Instant presentAt(NegativeRule rule, Engagement engagement, Instant firstSeen) {
        if (rule.of().isEmpty()) {
            return engagement.lastEngagedAt() == null ? firstSeen : engagement.lastEngagedAt();
        }
        Instant latest = engagement.latestAt(rule.of());
        if (latest != null) {
            return latest;
        }
        Instant reset = engagement.resetAt();
        return reset == null || reset.isBefore(firstSeen) ? firstSeen : reset;
    }

    /** The earlier of two instants, of which either may be null. */
    static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
