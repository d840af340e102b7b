package io.revstream.scoring;

import io.revstream.events.LedgerLine;
import io.revstream.events.Score;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Effect;
import io.revstream.policy.ScoringModel.NegativeRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A lead's score at an instant, with the lines that explain it. All points are in hundredths.
 *
 * @param model the model that gave it
 * @param engagement below zero when negative rules take more from it than was given
 * @param negative zero or less
 * @param effects negative rules that hold and have an effect, in policy order
 * @param conditionCount how often what the model's engagement condition asks for has occurred; 0 without one
 */
public record Scorecard(
        ScoringModel model,
        long fit,
        long engagement,
        long negative,
        long total,
        List<ScoreLine> lines,
        List<NegativeRule> effects,
        long conditionCount) {

    public Scorecard {
        lines = List.copyOf(lines);
        effects = List.copyOf(effects);
    }

    /** Whether a rule has stopped the scoring: the total is zero, and time does not change it. */
    public boolean isStopped() {
        for (NegativeRule rule : effects) {
            if (rule.effect() == Effect.STOP_SCORING) {
                return true;
            }
        }
        return false;
    }

    /** Threshold of the model, in hundredths. */
    public long threshold() {
        return hundredths(model.threshold());
    }

    /**
     * The figures as one number: two scorecards with the same digest need no second event. Evidence is left out, so that a repeated
     * activity that changes no points is no change. The same on every machine.
     */
    public long digest() {
        long digest = mix(model.name().hashCode(), model.combination().name().hashCode());
        digest = mix(mix(digest, fit), engagement);
        digest = mix(mix(digest, negative), total);
        digest = mix(digest, model.threshold());
        for (int i = 0; i < lines.size(); i++) {
            ScoreLine line = lines.get(i);
            digest = mix(mix(digest, line.rule().hashCode()), line.awarded());
            digest = mix(mix(digest, line.points()), line.contribution());
        }
        return digest;
    }

    /** As outputs publish it. */
    public Score toScore() {
        List<LedgerLine> ledger = new ArrayList<>(lines.size());
        for (ScoreLine line : lines) {
            ledger.add(new LedgerLine(
                    line.rule(),
                    line.part(),
                    points(line.awarded()),
                    points(line.decayed()),
                    points(line.points()),
                    points(line.contribution()),
                    Math.toIntExact(line.occurrences()),
                    line.eventId(),
                    line.since()));
        }
        return new Score(
                model.name(),
                model.combination().name(),
                points(fit),
                points(engagement),
                points(negative),
                points(total),
                points(threshold()),
                ledger);
    }

    /** Hundredths as a decimal of scale 2. */
    public static BigDecimal points(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    /** Whole points in hundredths. */
    public static long hundredths(int points) {
        return 100L * points;
    }

    /** One round of a multiply-and-shift hash; the constant is the golden ratio's, as in SplitMix64. */
    private static long mix(long digest, long value) {
        long mixed = (digest ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
