package io.revstream.lifecycle;

import io.revstream.policy.ScoringModel;
import io.revstream.scoring.Scorecard;
import java.util.List;

/** Checks of a score against its model; reaching a figure counts (MQL-02). */
final class ScoreChecks {

    private ScoreChecks() {}

    /** What the combination of the model asks for (domain 2.11). */
    static List<Check> threshold(Scorecard card) {
        return switch (card.model().combination()) {
            case NORM, WRAW, RAW -> List.of(total(card), fitFloor(card), engagementFloor(card));
            case DUAL -> List.of(fitFloor(card), engagementFloor(card));
            case SINGLE -> List.of(total(card), engagementFloor(card));
        };
    }

    static Check fitFloor(Scorecard card) {
        return atLeast("fit", card.fit(), card.model().fitFloor());
    }

    private static Check engagementFloor(Scorecard card) {
        return atLeast("engagement", card.engagement(), card.model().engagementFloor());
    }

    private static Check total(Scorecard card) {
        ScoringModel model = card.model();
        return atLeast("total", card.total(), model.threshold());
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
