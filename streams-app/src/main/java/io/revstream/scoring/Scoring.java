package io.revstream.scoring;

import io.revstream.events.ScorePart;
import io.revstream.policy.Facts;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import java.time.Instant;

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
        for (FitRule rule : model.fit()) {
            if (rule.condition().holds(facts)) {
                ledger.fit(
                        rule.rule(),
                        rule.points(),
                        facts.toldBy(rule.condition().attribute()));
            }
        }
        for (EngagementRule rule : model.engagement()) {
            Evidence group = group(rule, engagement);
            if (group != null) {
                ledger.engagement(rule.rule(), rule.points(), left(rule, group.at(), at), group);
            }
        }
        if (engagement.resetAt() != null && baseline != 0) {
            ledger.since("recycling-baseline", ScorePart.ENGAGEMENT, baseline, engagement.resetAt());
        }
        Instant presentAt = presentAt(engagement, firstSeen);
        for (NegativeRule rule : model.negative()) {
            if (rule.condition() != null) {
                if (rule.condition().holds(facts)) {
                    ledger.negative(
                            rule.rule(),
                            rule.points(),
                            facts.toldBy(rule.condition().attribute()));
                }
            } else if (!at.isBefore(presentAt.plus(rule.absentFor().elapsed()))) {
                ledger.since(rule.rule(), ScorePart.NEGATIVE, rule.points(), presentAt);
            }
        }
        return ledger.combine(model);
    }

    /**
     * The next instant after one at which time alone changes the score: a step of decay, or an absence; null when none does. Between
     * the two, nothing changes unless something happens.
     */
    public static Instant nextChange(Engagement engagement, Instant firstSeen, ScoringModel model, Instant after) {
        Instant next = null;
        for (EngagementRule rule : model.engagement()) {
            Evidence group = rule.decay() == null ? null : group(rule, engagement);
            if (group != null && left(rule, group.at(), after) > 0) {
                next = earlier(next, nextStep(rule.decay(), group.at(), after));
            }
        }
        for (NegativeRule rule : model.negative()) {
            if (rule.absentFor() != null) {
                Instant absent =
                        presentAt(engagement, firstSeen).plus(rule.absentFor().elapsed());
                next = absent.isAfter(after) ? earlier(next, absent) : next;
            }
        }
        return next;
    }

    private static Evidence group(EngagementRule rule, Engagement engagement) {
        Evidence evidence = engagement.evidence(rule.any());
        return evidence == null
                ? null
                : evidence.group(
                        rule.atLeast(),
                        rule.within() == null ? null : rule.within().elapsed());
    }

    /** Points left after decay (SCO-10). */
    private static long left(EngagementRule rule, Instant latest, Instant at) {
        Decay decay = rule.decay();
        return decay == null ? rule.points() : Math.max(0, rule.points() - decay.step() * periods(decay, latest, at));
    }

    private static Instant nextStep(Decay decay, Instant latest, Instant after) {
        return latest.plusMillis(
                (periods(decay, latest, after) + 1) * decay.every().elapsed().toMillis());
    }

    /** Whole periods that have elapsed; none for an activity dated slightly ahead. */
    private static long periods(Decay decay, Instant latest, Instant at) {
        long elapsed = at.toEpochMilli() - latest.toEpochMilli();
        return elapsed <= 0 ? 0 : elapsed / decay.every().elapsed().toMillis();
    }

    private static Instant presentAt(Engagement engagement, Instant firstSeen) {
        return engagement.lastEngagedAt() == null ? firstSeen : engagement.lastEngagedAt();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
