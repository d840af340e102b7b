package io.revstream.lifecycle;

import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.policy.SignalCount;
import io.revstream.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;

/** Checks of a score against its model; reaching a figure counts (MQL-02). */
final class ScoreChecks {

    private ScoreChecks() {}

    /**
     * What the combination of the model asks for (domain 2.11). A floor of zero asks for nothing: without the floor of fit, two elements
     * are left, a total and an engagement (MQL-04).
     */
    static List<Check> threshold(Scorecard card) {
        if (card.model().combination() == Combination.DUAL) {
            return List.of(fitFloor(card), engagementFloor(card));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(atLeast("total", card.total(), card.model().threshold()));
        if (card.model().engagementCondition() != null) {
            checks.add(condition(card, card.model().engagementCondition()));
        }
        if (card.model().fitFloor() > 0) {
            checks.add(fitFloor(card));
        }
        if (card.model().engagementFloor() > 0) {
            checks.add(engagementFloor(card));
        }
        return List.copyOf(checks);
    }

    /** Hard signs that stand against every promotion (MQL-14): one for each that holds. */
    static List<Check> effects(Scorecard card) {
        List<Check> checks = new ArrayList<>();
        for (NegativeRule rule : card.effects()) {
            switch (rule.effect()) {
                case STOP_SCORING -> checks.add(against("scoring stopped", rule));
                case LEAVE_SEQUENCES -> checks.add(against("left sequences", rule));
                case REVIEW -> {}
            }
        }
        return checks;
    }

    private static Check against(String condition, NegativeRule rule) {
        return new Check(condition, false, () -> "by " + rule.rule(), () -> "not");
    }

    /** The second element of a two-element rule (MQL-04). */
    private static Check condition(Scorecard card, SignalCount needed) {
        return new Check(
                "engagement condition",
                card.conditionCount() >= needed.atLeast(),
                () -> card.conditionCount() + (needed.of() == SignalCount.Of.DAYS ? " days" : " times"),
                needed::words);
    }

    static Check fitFloor(Scorecard card) {
        return atLeast("fit", card.fit(), card.model().fitFloor());
    }

    private static Check engagementFloor(Scorecard card) {
        return atLeast("engagement", card.engagement(), card.model().engagementFloor());
    }

    private static Check atLeast(String what, long found, int points) {
        long needed = Scorecard.hundredths(points);
        boolean met = found >= needed;
        return new Check(
                what,
                met,
                () -> met ? text(found) : text(found) + ", which is " + text(needed - found) + " short",
                () -> text(needed));
    }

    private static String text(long hundredths) {
        return Scorecard.points(hundredths).stripTrailingZeros().toPlainString();
    }
}
