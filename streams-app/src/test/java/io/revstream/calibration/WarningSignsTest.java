package io.revstream.calibration;

import io.revstream.calibration.Sign.Kind;
import io.revstream.policy.CalibrationRules;
import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("CAL-12")
class WarningSignsTest {

    private static final CalibrationRules QUARTERLY =
            Presets.policy("mid-market").calibration();
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Instant DAY = Leads.END.minus(Duration.ofDays(5));

    @Test
    @Tag("CAL-04")
    @Tag("MQL-15")
    void salesAcceptsFewerThanThirtyPercent() {
        assertThat(sign(Kind.LOW_ACCEPTANCE, decided(29, 71, "FIT-01")).holds()).isTrue();
        assertThat(sign(Kind.LOW_ACCEPTANCE, decided(29, 71, "FIT-01")).because())
                .isEqualTo("29 of 100 (29.0 %) accepted, limit 30 %; within chance of the limit");
        assertThat(sign(Kind.LOW_ACCEPTANCE, decided(30, 70, "FIT-01")).holds()).isFalse();
        assertThat(sign(Kind.LOW_ACCEPTANCE, decided(10, 90, "FIT-01")).because())
                .isEqualTo("10 of 100 (10.0 %) accepted, limit 30 %");
        assertThat(sign(Kind.LOW_ACCEPTANCE, List.of()).holds()).isNull();
    }

    @Test
    void rejectionsAsNotReadyDominate() {
        List<LeadCase> notReady = new ArrayList<>(decided(0, 3, "ENG-02"));
        notReady.addAll(decided(0, 3, "QUAL-01"));
        notReady.addAll(decided(0, 5, "FIT-01"));
        List<LeadCase> half = new ArrayList<>(decided(0, 5, "QUAL-03"));
        half.addAll(decided(0, 5, "FIT-01"));

        assertThat(sign(Kind.NOT_READY, notReady).holds()).isTrue();
        assertThat(sign(Kind.NOT_READY, notReady).because()).startsWith("6 of 11 (54.5 %) rejected with ENG-02");
        assertThat(sign(Kind.NOT_READY, half).holds()).isFalse();
        assertThat(sign(Kind.NOT_READY, decided(3, 0, null)).holds()).isNull();
    }

    @Test
    void highScoresDoNotConvertBetterThanLowOnes() {
        assertThat(sign(Kind.NOT_RISING, scores(40, 10, 10, 40)).holds()).isTrue();
        assertThat(sign(Kind.NOT_RISING, scores(10, 40, 10, 40)).holds()).isTrue();
        assertThat(sign(Kind.NOT_RISING, scores(10, 40, 20, 30)).holds()).isFalse();
        assertThat(sign(Kind.NOT_RISING, scores(10, 40, 20, 30)).because())
                .isEqualTo("conversion rises with the score");
        assertThat(sign(Kind.NOT_RISING, scores(5, 0, 5, 0)).holds()).isNull();
        assertThat(sign(Kind.NOT_RISING, Leads.times(3, Leads.won().at(50))).holds())
                .isNull();
    }

    @Test
    void oneBandThatIsSurelyWorseThanTheOneBelowIsASignThoughTheTrendRises() {
        List<LeadCase> cases = new ArrayList<>(scores(0, 100, 95, 5));
        cases.addAll(Leads.times(12, Leads.won().at(71)));
        cases.addAll(Leads.times(18, Leads.lost().at(71)));
        List<LeadCase> byChance = new ArrayList<>(scores(0, 100, 95, 5));
        byChance.addAll(Leads.times(1, Leads.lost().at(71)));

        assertThat(sign(Kind.NOT_RISING, cases).holds()).isTrue();
        assertThat(sign(Kind.NOT_RISING, cases).because())
                .isEqualTo("from 70 to below 80 points 12 of 30 (40.0 %) won, less than in the band below");
        assertThat(sign(Kind.NOT_RISING, byChance).holds()).isFalse();
    }

    @Test
    void mqlsGrowAndWinsDoNot() {
        Instant spring = Instant.parse("2026-05-01T00:00:00Z");
        Instant summer = Instant.parse("2026-08-01T00:00:00Z");
        List<LeadCase> growth = new ArrayList<>(Leads.times(
                1,
                Leads.won()
                        .seen(Instant.parse("2026-03-01T00:00:00Z"))
                        .promoted(spring)
                        .closed(spring)));
        growth.addAll(Leads.times(1, Leads.open().seen(spring).promoted(spring)));
        growth.addAll(Leads.times(2, Leads.open().seen(summer).promoted(summer)));
        growth.addAll(Leads.times(1, Leads.won().seen(summer).promoted(summer).closed(summer)));
        List<LeadCase> withWins = new ArrayList<>(growth);
        withWins.addAll(Leads.times(1, Leads.won().seen(summer).promoted(summer).closed(summer)));

        assertThat(sign(Kind.MQLS_WITHOUT_WINS, growth).holds()).isTrue();
        assertThat(sign(Kind.MQLS_WITHOUT_WINS, growth).because()).isEqualTo("MQLs from 2 to 3, wins from 1 to 1");
        assertThat(sign(Kind.MQLS_WITHOUT_WINS, withWins).holds()).isFalse();
        assertThat(sign(Kind.MQLS_WITHOUT_WINS, growth.subList(1, growth.size()))
                        .holds())
                .as("the history does not reach back two quarters")
                .isNull();
    }

    @Test
    void theLastCalibrationIsOlderThanTheCadence() {
        WarningSigns signs = new WarningSigns(QUARTERLY);

        assertThat(signs.overdue(LocalDate.of(2026, 7, 1), TODAY).holds()).isFalse();
        assertThat(signs.overdue(LocalDate.of(2026, 6, 30), TODAY).holds()).isTrue();
        assertThat(signs.overdue(null, TODAY).holds()).isTrue();
    }

    @Test
    void eachPeriodTellsOfAllSigns() {
        assertThat(calibration(List.of()).signs()).extracting(Sign::kind).containsExactly(Kind.values());
    }

    /** Domain 17.2. */
    @Test
    @Tag("CAL-07")
    void theNextCalibrationIsDueByTheCadenceOfTheBusinessType() {
        assertThat(nextDue("motion: product-led", null)).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(nextDue("motion: hybrid", null)).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(nextDue("motion: sales-led", null)).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(nextDue("motion: sales-led", Cadence.SEMI_ANNUALLY)).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(nextDue("motion: hybrid", Cadence.MONTHLY)).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(nextDue("motion: product-led", Cadence.QUARTERLY)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    private static LocalDate nextDue(String motion, Cadence stated) {
        String cadence = stated == null ? "" : "  cadence: " + stated.word() + "\n";
        String yaml =
                Presets.text("mid-market").replace("motion: hybrid", motion).replace("  cadence: quarterly\n", cadence);
        Policy policy = PolicyReader.read("p", yaml).orThrow();
        return Calibration.of(List.of(), policy, HoldOut.NONE, Leads.END, TODAY).nextDue();
    }

    private static Sign sign(Kind kind, List<LeadCase> cases) {
        return calibration(cases).signs().stream()
                .filter(sign -> sign.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Calibration calibration(List<LeadCase> cases) {
        return Calibration.of(cases, Presets.policy("mid-market"), HoldOut.NONE, Leads.END, TODAY);
    }

    private static List<LeadCase> decided(int accepted, int rejected, String code) {
        List<LeadCase> cases = new ArrayList<>();
        for (int i = 0; i < accepted; i++) {
            cases.add(Leads.open().mql(Leads.promotion(DAY).accepted(DAY, null)).build());
        }
        for (int i = 0; i < rejected; i++) {
            cases.add(Leads.open()
                    .mql(Leads.promotion(DAY).rejected(DAY, code, null))
                    .build());
        }
        return cases;
    }

    /** Won and lost leads at 45 points, and at 65. */
    private static List<LeadCase> scores(int lowWon, int lowLost, int highWon, int highLost) {
        List<LeadCase> cases = new ArrayList<>(Leads.times(lowWon, Leads.won().at(45)));
        cases.addAll(Leads.times(lowLost, Leads.lost().at(45)));
        cases.addAll(Leads.times(highWon, Leads.won().at(65)));
        cases.addAll(Leads.times(highLost, Leads.lost().at(65)));
        return cases;
    }
}
