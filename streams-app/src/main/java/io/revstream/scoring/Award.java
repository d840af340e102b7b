package io.revstream.scoring;

import io.revstream.policy.Facts;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.EngagementRule;
import java.time.Instant;
import java.util.List;

/**
 * What an engagement rule gives at an instant. Points are in hundredths.
 *
 * @param awarded points before decay
 * @param left points after decay
 * @param evidence the occurrences that count; null when a fact is tested
 */
record Award(long awarded, long left, Evidence evidence) {

    /** What a rule gives by itself; null for nothing. */
    static Award of(EngagementRule rule, Facts facts, Engagement engagement, Instant at) {
        if (rule.condition() != null) {
            return rule.condition().holds(facts) ? new Award(100L * rule.points(), 100L * rule.points(), null) : null;
        }
        Evidence evidence = evidence(rule, engagement);
        if (evidence == null) {
            return null;
        }
        return rule.each() ? each(rule, evidence, engagement, at) : once(rule, evidence, engagement, at);
    }

    /** Whether another rule of the model pays in the place of one. */
    static boolean isReplaced(EngagementRule rule, ScoringModel model, Facts facts, Engagement engagement, Instant at) {
        List<EngagementRule> rules = model.engagement();
        for (int i = 0; i < rules.size(); i++) {
            EngagementRule other = rules.get(i);
            if (!other.replaces().isEmpty() && other.replaces().contains(rule.rule())) {
                Award instead = of(other, facts, engagement, at);
                if (instead != null && instead.left > 0 && !isReplaced(other, model, facts, engagement, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The next instant after one at which time takes something of what a rule gives; null when it does not. */
    static Instant nextStep(EngagementRule rule, Engagement engagement, Instant after) {
        if (rule.decay() == null) {
            return null;
        }
        Evidence evidence = evidence(rule, engagement);
        Instant next = null;
        for (int i = 0; evidence != null && i < paying(rule, evidence); i++) {
            Instant from = Decaying.from(rule.decay(), evidence.recent().get(i), engagement);
            if (Decaying.left(100L * rule.points(), rule.decay(), from, after) > 0) {
                next = Scoring.earlier(next, Decaying.nextStep(rule.decay(), from, after));
            }
        }
        return next;
    }

    private static Award once(EngagementRule rule, Evidence evidence, Engagement engagement, Instant at) {
        long points = 100L * rule.points();
        Instant from = Decaying.from(rule.decay(), evidence.at(), engagement);
        return new Award(points, Decaying.left(points, rule.decay(), from, at), evidence);
    }

    /** The latest occurrences pay, as many as are remembered of any signal, up to the cap. */
    private static Award each(EngagementRule rule, Evidence evidence, Engagement engagement, Instant at) {
        long points = 100L * rule.points();
        int paying = paying(rule, evidence);
        long left = 0;
        for (int i = 0; i < paying; i++) {
            Instant from = Decaying.from(rule.decay(), evidence.recent().get(i), engagement);
            left += Decaying.left(points, rule.decay(), from, at);
        }
        long cap = 100L * rule.cap();
        return new Award(Math.min(cap, points * paying), Math.min(cap, left), evidence);
    }

    private static int paying(EngagementRule rule, Evidence evidence) {
        return rule.each()
                ? Math.min(EngagementRule.MOST_EACH, evidence.recent().size())
                : 1;
    }

    private static Evidence evidence(EngagementRule rule, Engagement engagement) {
        if (rule.condition() != null) {
            return null;
        }
        return rule.each() ? Counting.each(rule.signals(), engagement) : Counting.group(rule.signals(), engagement);
    }
}
