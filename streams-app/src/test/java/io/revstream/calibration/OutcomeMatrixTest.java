package io.revstream.calibration;

import io.revstream.calibration.OutcomeMatrix.Reading;
import io.revstream.policy.Presets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeMatrixTest {

    private static final Thresholds SIXTY_FIVE = Thresholds.of(Presets.policy("mid-market"));

    /** Domain 17.3, each row with its action. */
    @Test
    @Tag("CAL-05")
    void everyScoredAndClosedLeadFallsIntoOneOfFourCells() {
        List<LeadCase> cases = new ArrayList<>(Leads.times(4, Leads.won().at(65)));
        cases.addAll(Leads.times(3, Leads.lost().at(80)));
        cases.addAll(Leads.times(2, Leads.won().at(64.99)));
        cases.addAll(Leads.times(11, Leads.lost().at(10)));
        cases.addAll(Leads.times(5, Leads.open().at(90)));

        OutcomeMatrix matrix = OutcomeMatrix.of(cases, lead -> Judge.REACHED.high(lead, SIXTY_FIVE));

        assertThat(matrix).isEqualTo(new OutcomeMatrix(4, 3, 2, 11));
        assertThat(matrix.closed()).isEqualTo(20);
        assertThat(Reading.HIGH_WON.means() + ": " + Reading.HIGH_WON.action()).isEqualTo("correct: keep");
        assertThat(Reading.HIGH_LOST.means() + ": " + Reading.HIGH_LOST.action())
                .isEqualTo("possible false positive: tighten");
        assertThat(Reading.LOW_WON.means() + ": " + Reading.LOW_WON.action())
                .isEqualTo("possible false negative: loosen");
        assertThat(Reading.LOW_LOST.means() + ": " + Reading.LOW_LOST.action()).isEqualTo("correct: keep");
    }

    @Test
    void precisionRecallAndFalsePositivesAreSharesOfTheCells() {
        OutcomeMatrix matrix = new OutcomeMatrix(4, 3, 2, 11);

        assertThat(matrix.precision()).isEqualTo(new Share(4, 7));
        assertThat(matrix.recall()).isEqualTo(new Share(4, 6));
        assertThat(matrix.falsePositives()).isEqualTo(new Share(3, 14));
        assertThat(matrix.winRate()).isEqualTo(new Share(6, 20));
    }

    @Test
    void aLeadWithoutAScoreIsLowAndAPromotedOneIsHighByPromotion() {
        LeadCase unscored = Leads.won().build();
        LeadCase promoted = Leads.won().at(20).promoted(Leads.BEGIN).build();

        assertThat(Judge.REACHED.high(unscored, SIXTY_FIVE)).isFalse();
        assertThat(Judge.LAST.high(unscored, SIXTY_FIVE)).isFalse();
        assertThat(Judge.PROMOTED.high(unscored, SIXTY_FIVE)).isFalse();
        assertThat(Judge.REACHED.high(promoted, SIXTY_FIVE)).isFalse();
        assertThat(Judge.PROMOTED.high(promoted, SIXTY_FIVE)).isTrue();
    }

    @Test
    void bandsTellHowOftenLeadsOfAScoreAreWon() {
        List<LeadCase> cases = new ArrayList<>(Leads.times(3, Leads.won().at(65)));
        cases.addAll(Leads.times(1, Leads.lost().at(60)));
        cases.addAll(Leads.times(4, Leads.lost().at(59.99)));
        cases.addAll(Leads.times(1, Leads.won().at(-3)));
        cases.addAll(Leads.times(1, Leads.lost()));
        cases.addAll(Leads.times(7, Leads.open().at(61)));

        List<ScoreBand> bands = ScoreBand.of(cases, Judge.REACHED, 10);

        assertThat(bands)
                .containsExactly(
                        new ScoreBand(-10, 0, new Share(1, 1)),
                        new ScoreBand(50, 60, new Share(0, 4)),
                        new ScoreBand(60, 70, new Share(3, 4)));
        // 3 of 4 against 4 of 10.
        assertThat(bands.get(2).lift(new Share(4, 10))).isEqualTo(1.875);
    }
}
