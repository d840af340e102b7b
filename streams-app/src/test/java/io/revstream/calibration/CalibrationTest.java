package io.revstream.calibration;

import io.revstream.calibration.Volume.Verdict;
import io.revstream.policy.CalibrationRules.Bounds;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalibrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final String BOUNDS = "mqlPerMonth: {from: 40, to: 120}";

    /** 51 to 60 points. */
    private static final List<LeadCase> TEN_WINS = wins(51, 60);

    @Test
    @Tag("CAL-01")
    void winsOfTheLastTwelveMonthsCountAndShouldCoverSix() {
        List<LeadCase> old = Leads.times(5, Leads.won().at(10).closed(ago(361)));
        List<LeadCase> young = Leads.times(5, Leads.won().at(70).closed(ago(179)));
        List<LeadCase> recent = Leads.times(5, Leads.won().at(80).closed(ago(180)));

        Calibration tooShort = calibrate(unbounded(), join(old, young));
        Calibration longEnough = calibrate(unbounded(), join(old, young, recent));

        assertThat(tooShort.period().longEnough()).isFalse();
        assertThat(tooShort.period().covered()).isEqualTo(Duration.ofDays(179));
        assertThat(model(tooShort).keeping()).isEqualTo(70);
        assertThat(longEnough.period().longEnough()).isTrue();
        assertThat(longEnough.searched()).isEqualTo(10);
    }

    @Test
    @Tag("CAL-02")
    void theProposedThresholdKeepsEightyPercentOfTheWins() {
        ModelProposal model = model(calibrate(unbounded(), TEN_WINS));

        assertThat(model.now()).isEqualTo(65);
        assertThat(model.proposed()).isEqualTo(53);
        assertThat(model.wins()).isEqualTo(new Share(8, 10));
        assertThat(model.because())
                .containsExactly("53 is the largest threshold that keeps 80 % of the won leads above it");
    }

    @Test
    @Tag("CAL-03")
    void lossesAtTheThresholdAreReportedAndManyAskForTighterCriteria() {
        List<LeadCase> half = join(
                TEN_WINS,
                Leads.times(5, Leads.lost().at(53)),
                Leads.times(5, Leads.lost().at(52)));
        List<LeadCase> many = join(half, Leads.times(1, Leads.lost().at(90)));

        assertThat(model(calibrate(unbounded(), half)).losses()).isEqualTo(new Share(5, 10));
        assertThat(model(calibrate(unbounded(), half)).because()).hasSize(1);
        assertThat(model(calibrate(unbounded(), many)).losses()).isEqualTo(new Share(6, 11));
        assertThat(model(calibrate(unbounded(), many)).because().get(1))
                .isEqualTo(
                        "54.5 % of the lost leads reach it, more than 50 %: tighten the criteria, since a higher threshold would lose wins");
    }

    @Test
    @Tag("CAL-06")
    void tooManyMqlsRaiseTheThresholdAndTooFewLowerIt() {
        Calibration tooMany = calibrate(bounded(3, 5), TEN_WINS);
        Calibration tooFew = calibrate(bounded(9, 20), TEN_WINS);
        Calibration within = calibrate(bounded(8, 20), TEN_WINS);

        // At 53 points 8 of the ten would be MQLs in these thirty days; at 56 five; at 52 nine.
        assertThat(model(tooMany).proposed()).isEqualTo(56);
        assertThat(model(tooMany).because().get(1))
                .isEqualTo("Raised to 56, since 8.0 MQLs a month are more than the 3 to 5 wanted");
        assertThat(model(tooMany).wins()).isEqualTo(new Share(5, 10));
        assertThat(tooMany.expected().perMonth()).isEqualTo(5);
        assertThat(model(tooFew).proposed()).isEqualTo(52);
        assertThat(model(tooFew).because().get(1))
                .isEqualTo("Lowered to 52, since 8.0 MQLs a month are fewer than the 9 to 20 wanted");
        assertThat(model(within).proposed()).isEqualTo(53);
    }

    @Test
    void boundsThatNoThresholdMeetsEndTheSearch() {
        assertThat(model(calibrate(bounded(50, 60), TEN_WINS)).proposed()).isEqualTo(1);
        List<LeadCase> intent = Leads.times(9, Leads.won().at(30).promoted(Leads.BEGIN));
        assertThat(model(calibrate(bounded(1, 2), intent)).proposed())
                .as("promoted by intent, whatever the threshold; not beyond what any lead reached")
                .isEqualTo(30);
    }

    @Test
    void volumeIsCountedForAMonthOfThirtyDays() {
        assertThat(new Volume(90, Duration.ofDays(45)).perMonth()).isEqualTo(60);
        assertThat(new Volume(90, Duration.ofDays(45)).against(new Bounds(40, 60)))
                .isEqualTo(Verdict.WITHIN);
        assertThat(new Volume(90, Duration.ofDays(45)).against(new Bounds(61, 70)))
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(new Volume(90, Duration.ofDays(45)).against(new Bounds(40, 59)))
                .isEqualTo(Verdict.TOO_MANY);
        assertThat(new Volume(90, Duration.ofDays(45)).against(null)).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void thresholdsStayWithoutWinsAndWhenTooManyWinsNeverMeetTheFloors() {
        List<LeadCase> neverMet = new ArrayList<>(wins(51, 57));
        LeadCase one = Leads.won().at(90).build();
        for (int i = 0; i < 3; i++) {
            neverMet.add(new LeadCase(
                    "never-" + i,
                    one.firstSeen(),
                    Outcome.WON,
                    one.outcomeAt(),
                    true,
                    "M-MID",
                    null,
                    9000L,
                    List.of(),
                    one.attributes(),
                    one.paid()));
        }

        assertThat(model(calibrate(unbounded(), List.of())).isChange()).isFalse();
        assertThat(model(calibrate(unbounded(), neverMet)).proposed()).isEqualTo(65);
        assertThat(model(calibrate(unbounded(), neverMet)).because())
                .containsExactly(
                        "No threshold keeps 80 % of the won leads, since too many never meet the floors: it stays");
    }

    @Test
    void leadsHeldOutAreNotSearched() {
        HoldOut third = new HoldOut(30);
        List<LeadCase> cases = wins(1, 100);

        // CRC-32 of the ids, as any tool computes it.
        assertThat(third.holds("won-1")).isEqualTo(crc("won-1") % 100 < 30);
        assertThat(third.searched(cases).size() + third.judged(cases).size()).isEqualTo(100);
        assertThat(third.searched(cases)).doesNotContainAnyElementsOf(third.judged(cases));
        assertThat(third.judged(cases).size()).isBetween(15, 45);
        assertThat(HoldOut.NONE.searched(cases)).isEqualTo(cases);
        assertThat(HoldOut.NONE.judged(cases)).isEqualTo(cases);

        List<LeadCase> heldHigh = cases.stream()
                .map(lead -> third.holds(lead.leadId())
                        ? Leads.won().id(lead.leadId()).at(99).build()
                        : Leads.won().id(lead.leadId()).at(40).build())
                .toList();
        Calibration calibration = Calibration.of(heldHigh, unbounded(), third, Leads.END, TODAY);
        assertThat(model(calibration).proposed()).isEqualTo(40);
    }

    @Test
    void leadTimesAreQuartilesByNearestRank() {
        List<LeadCase> cases = new ArrayList<>();
        for (int day = 1; day <= 8; day++) {
            Instant promoted = Leads.BEGIN.plus(Duration.ofDays(day));
            cases.add(Leads.won()
                    .promoted(promoted)
                    .closed(promoted.plus(Duration.ofDays(2L * day)))
                    .build());
        }
        cases.add(Leads.lost().promoted(Leads.BEGIN).closed(Leads.END).build());

        Policy policy = Presets.policy("mid-market");
        Backtest backtest = Backtest.of(
                cases, Thresholds.of(policy), policy.calibration(), Calibration.period(cases, policy, Leads.END));

        assertThat(backtest.toOutcome())
                .isEqualTo(new LeadTime(8, Duration.ofDays(4), Duration.ofDays(8), Duration.ofDays(12)));
        assertThat(backtest.toMql().of()).isEqualTo(9);
        assertThat(backtest.toMql().median()).isEqualTo(Duration.ofDays(4));
        assertThat(backtest.volume().mqls()).isEqualTo(9);
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static Instant ago(int days) {
        return Leads.END.minus(Duration.ofDays(days));
    }

    private static List<LeadCase> wins(int from, int to) {
        List<LeadCase> cases = new ArrayList<>();
        for (int score = from; score <= to; score++) {
            cases.add(Leads.won().id("won-" + score).at(score).build());
        }
        return cases;
    }

    @SafeVarargs
    private static List<LeadCase> join(List<LeadCase>... parts) {
        List<LeadCase> all = new ArrayList<>();
        for (List<LeadCase> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static Policy unbounded() {
        return Leads.midMarketWith("mqlPerMonth: {}", BOUNDS);
    }

    private static Policy bounded(int from, int to) {
        return Leads.midMarketWith("mqlPerMonth: {from: " + from + ", to: " + to + "}", BOUNDS);
    }

    private static Calibration calibrate(Policy policy, List<LeadCase> cases) {
        return Calibration.of(cases, policy, HoldOut.NONE, Leads.END, TODAY);
    }

    private static ModelProposal model(Calibration calibration) {
        assertThat(calibration.models()).hasSize(1);
        return calibration.models().get(0);
    }
}
