package io.revstream.scoring;

import io.revstream.events.ScorePart;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Effect;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines of one score and combines them (domain 2.11). Made for one score and thrown away. */
final class Ledger {

    /** Bounds of the hundred-point scale, in hundredths. */
    private static final long SCALE_MAXIMUM = 10_000;

    private final List<ScoreLine> drafts;
    private List<NegativeRule> effects = List.of();
    private long fit;
    private long engagement;
    private long negative;

    Ledger(int rules) {
        drafts = new ArrayList<>(rules);
    }

    /** Points for an attribute, told by an event or by none that is known. */
    void fit(String rule, int points, Occurrence toldBy) {
        fit += told(rule, ScorePart.FIT, 100L * points, toldBy);
    }

    void engagement(String rule, Award award, Occurrence toldBy) {
        Evidence evidence = award.evidence();
        if (evidence == null) {
            engagement += told(rule, ScorePart.ENGAGEMENT, award.awarded(), toldBy);
            return;
        }
        drafts.add(new ScoreLine(
                rule,
                ScorePart.ENGAGEMENT,
                award.awarded(),
                award.left(),
                0,
                evidence.count(),
                evidence.eventId(),
                evidence.at()));
        engagement += award.left();
    }

    /** Points taken, for an attribute. */
    void taken(NegativeRule rule, Occurrence toldBy) {
        take(rule, told(rule.rule(), part(rule), 100L * rule.points(), toldBy));
    }

    /** Points taken, for what occurred. */
    void taken(NegativeRule rule, Evidence evidence) {
        long points = 100L * rule.points();
        drafts.add(new ScoreLine(
                rule.rule(), part(rule), points, points, 0, evidence.count(), evidence.eventId(), evidence.at()));
        take(rule, points);
    }

    /** Points taken, for an absence since an instant. */
    void taken(NegativeRule rule, Instant since) {
        long points = 100L * rule.points();
        drafts.add(new ScoreLine(rule.rule(), part(rule), points, points, 0, 0, null, since));
        take(rule, points);
    }

    private void take(NegativeRule rule, long points) {
        if (rule.fromEngagement()) {
            engagement += points;
        } else {
            negative += points;
        }
        if (rule.effect() != null) {
            effects = effects.isEmpty() ? new ArrayList<>(2) : effects;
            effects.add(rule);
        }
    }

    private static ScorePart part(NegativeRule rule) {
        return rule.fromEngagement() ? ScorePart.ENGAGEMENT : ScorePart.NEGATIVE;
    }

    /** Engagement points with which a recycled lead begins. */
    void baseline(int points, Instant since) {
        drafts.add(new ScoreLine(
                "recycling-baseline", ScorePart.ENGAGEMENT, 100L * points, 100L * points, 0, 0, null, since));
        engagement += 100L * points;
    }

    /** @param conditionCount how far the model's engagement condition was met */
    Scorecard combine(ScoringModel model, long conditionCount) {
        boolean scaled = model.combination() == ScoringModel.Combination.NORM;
        long fitMaximum = Math.max(1, model.fitMaximum());
        long engagementMaximum = Math.max(1, model.engagementMaximum());
        Shares shares = switch (model.combination()) {
            case NORM ->
                new Shares(
                        model.fitWeight() * engagementMaximum,
                        model.engagementWeight() * fitMaximum,
                        fitMaximum * engagementMaximum);
            case WRAW -> new Shares(model.fitWeight(), model.engagementWeight(), 100);
            case RAW, DUAL, SINGLE -> new Shares(1, 1, 1);
        };
        List<ScoreLine> lines = shares.distribute(drafts);
        long total = shares.total(fit, engagement, negative);
        if (isStopped()) {
            lines.add(combination("scoring-stopped", -total));
            total = 0;
        } else if (scaled && (total < 0 || total > SCALE_MAXIMUM)) {
            long bound = total < 0 ? 0 : SCALE_MAXIMUM;
            lines.add(combination("clamped", bound - total));
            total = bound;
        }
        return new Scorecard(model, fit, engagement, negative, total, lines, effects, conditionCount);
    }

    private boolean isStopped() {
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).effect() == Effect.STOP_SCORING) {
                return true;
            }
        }
        return false;
    }

    private static ScoreLine combination(String rule, long contribution) {
        return new ScoreLine(rule, ScorePart.COMBINATION, 0, 0, contribution, 0, null, null);
    }

    private long told(String rule, ScorePart part, long points, Occurrence toldBy) {
        String eventId = toldBy == null ? null : toldBy.eventId();
        Instant since = toldBy == null ? null : toldBy.at();
        drafts.add(new ScoreLine(rule, part, points, points, 0, 0, eventId, since));
        return points;
    }
}
