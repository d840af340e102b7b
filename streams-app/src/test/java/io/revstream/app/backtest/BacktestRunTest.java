package io.revstream.app.backtest;

import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.Judge;
import io.revstream.calibration.LeadCase;
import io.revstream.calibration.Mql;
import io.revstream.calibration.Outcome;
import io.revstream.calibration.OutcomeMatrix;
import io.revstream.calibration.Share;
import io.revstream.calibration.Thresholds;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BacktestRunTest {

    private static final Policy MID_MARKET = Presets.policy("mid-market");
    private static final Instant MONDAY = Instant.parse("2026-09-07T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void aDemoRequestBeforeTheLossCounts() {
        LeadCase lead = only(new Past()
                .captured("acme", MONDAY)
                .did("acme", "DEMO_REQUEST", null, FRIDAY.minus(MILLI))
                .closed("acme", "Closed Lost", FRIDAY));

        assertThat(lead.outcome()).isEqualTo(Outcome.LOST);
        assertThat(lead.mqls()).hasSize(1);
        // 50 of 60 fit points at 50 %, 25 of 80 engagement points at 50 %.
        assertThat(lead.reached()).isEqualTo(5729L);
        assertThat(lead.paid()).contains("demo-or-trial");
    }

    /** The same demo request would make it an MQL: a millisecond later it is no evidence any more. */
    @Test
    void aDemoRequestAtTheLossOrAfterItDoesNotCount() {
        for (Instant late : List.of(FRIDAY, FRIDAY.plus(MILLI), FRIDAY.plus(Duration.ofDays(9)))) {
            for (boolean dealFirst : List.of(true, false)) {
                Past past = new Past().captured("acme", MONDAY).did("acme", "PAGE_VIEW", "pricing", TUESDAY);
                if (dealFirst) {
                    past.closed("acme", "Closed Lost", FRIDAY).did("acme", "DEMO_REQUEST", null, late);
                } else {
                    past.did("acme", "DEMO_REQUEST", null, late).closed("acme", "Closed Lost", FRIDAY);
                }

                LeadCase lead = only(past);

                assertThat(lead.mqls()).as("demo at %s", late).isEmpty();
                // 15 of 80 engagement points at 50 %.
                assertThat(lead.reached()).isEqualTo(5104L);
                assertThat(lead.last()).isEqualTo(5104L);
                assertThat(lead.paid()).doesNotContain("demo-or-trial");
            }
        }
    }

    @Test
    void aDealThatIsToldLateEndsTheEvidenceWhenItWasClosed() {
        LeadCase lead = only(new Past()
                .captured("acme", MONDAY)
                .did("acme", "DEMO_REQUEST", null, FRIDAY.plus(Duration.ofDays(1)))
                .closed("acme", "Closed Won", FRIDAY, FRIDAY.plus(Duration.ofDays(3))));

        assertThat(lead.outcomeAt()).isEqualTo(FRIDAY);
        assertThat(lead.isWon()).isTrue();
        assertThat(lead.mqls()).isEmpty();
        assertThat(lead.last()).isEqualTo(4167L);
        assertThat(lead.reached()).as("no engagement, so below the floor").isNull();
    }

    @Test
    void whatDecaysBeforeTheOutcomeWasReachedAndIsNotTheLastScore() {
        LeadCase lead = only(new Past()
                .captured("acme", MONDAY)
                .did("acme", "PAGE_VIEW", "pricing", MONDAY)
                .closed("acme", "Closed Won", MONDAY.plus(Duration.ofDays(8))));

        assertThat(lead.reached()).isEqualTo(5104L);
        // A week has taken 5 of the 15 points.
        assertThat(lead.last()).isEqualTo(4792L);
    }

    @Test
    void anAttributeThatTellsTheOutcomeOrIsWithheldIsNotSeen() {
        Past past = new Past()
                .capturedWith("won", "converted", "Yes", MONDAY)
                .capturedWith("lost", "converted", "no", MONDAY)
                .captured("open", MONDAY)
                .capturedWith("tagged", "industry2", "x", MONDAY);
        OutcomeSource source = new OutcomeSource("converted", "yes", List.of("industry", "industry2"));

        List<LeadCase> cases =
                BacktestRun.of(past.history(), MID_MARKET, source).cases();

        assertThat(cases).extracting(LeadCase::leadId).containsExactly("lost", "open", "tagged", "won");
        assertThat(cases)
                .extracting(LeadCase::outcome)
                .containsExactly(Outcome.LOST, Outcome.OPEN, Outcome.OPEN, Outcome.WON);
        assertThat(cases).allSatisfy(lead -> {
            assertThat(lead.attributes()).doesNotContainKeys("converted", "industry", "industry2");
            assertThat(lead.attributes()).containsKeys("country", "titleLevel");
            assertThat(lead.paid()).contains("company-size").doesNotContain("target-industry");
            assertThat(lead.dated()).isFalse();
        });
    }

    @Test
    void attributesThatAreLearnedAfterTheOutcomeAreNotKnown() {
        LeadCase lead = only(new Past()
                .captured("acme", MONDAY)
                .closed("acme", "Closed Won", TUESDAY)
                .capturedWith("acme", "happy", "very", FRIDAY));

        assertThat(lead.attributes()).doesNotContainKey("happy").containsKey("industry");
    }

    @Test
    void acceptancesAndRejectionsBelongToTheirPromotionAndRefusedOnesDoNotCount() {
        Instant reject = FRIDAY.plus(Duration.ofHours(1));
        List<LeadCase> cases = BacktestRun.of(
                        new Past()
                                .captured("a", MONDAY)
                                .did("a", "DEMO_REQUEST", null, TUESDAY)
                                .accepted("a", FRIDAY)
                                .captured("b", MONDAY)
                                .accepted("b", TUESDAY)
                                .did("b", "DEMO_REQUEST", null, TUESDAY)
                                .rejected("b", "NO-SUCH-CODE", FRIDAY)
                                .rejected("b", "FIT-02", reject)
                                .history(),
                        MID_MARKET,
                        OutcomeSource.DEALS)
                .cases();

        Mql accepted = cases.get(0).mqls().get(0);
        assertThat(accepted.verdict()).isEqualTo(Mql.Verdict.ACCEPTED);
        assertThat(accepted.paid()).contains("company-size", "demo-or-trial");
        Mql rejected = cases.get(1).mqls().get(0);
        assertThat(rejected.verdict()).isEqualTo(Mql.Verdict.REJECTED);
        assertThat(rejected.reasonCode()).isEqualTo("FIT-02");
        assertThat(rejected.decidedAt()).isEqualTo(reject);
        assertThat(rejected.role()).isEqualTo("sdr");
    }

    @Test
    @Tag("CAL-09")
    void aHistoryIsReplayedThroughScoringAndPromotionInTheOrderOfTime() {
        Past past = new Past()
                .closed("early", "Closed Won", FRIDAY)
                .did("early", "DEMO_REQUEST", null, TUESDAY)
                .captured("early", MONDAY)
                .captured("missed", MONDAY)
                .did("missed", "PAGE_VIEW", "pricing", TUESDAY)
                .closed("missed", "Closed Won", FRIDAY)
                .captured("false", MONDAY)
                .did("false", "DEMO_REQUEST", null, TUESDAY)
                .closed("false", "Closed Lost", FRIDAY)
                .captured("rightly", MONDAY)
                .closed("rightly", "Closed Lost", FRIDAY)
                .captured("open", MONDAY);

        BacktestRun run = BacktestRun.of(past.history(), MID_MARKET, OutcomeSource.DEALS);
        Backtest backtest = Backtest.of(
                run.cases(),
                Thresholds.of(MID_MARKET),
                MID_MARKET.calibration(),
                Calibration.period(run.cases(), MID_MARKET, run.until()));

        assertThat(run.until()).isEqualTo(FRIDAY);
        assertThat(run.run().events()).isEqualTo(12);
        assertThat(run.run().refused()).isZero();
        OutcomeMatrix promoted = backtest.matrix(Judge.PROMOTED);
        assertThat(promoted).isEqualTo(new OutcomeMatrix(1, 1, 1, 1));
        assertThat(promoted.precision()).isEqualTo(new Share(1, 2));
        assertThat(promoted.recall()).isEqualTo(new Share(1, 2));
        assertThat(backtest.open()).isEqualTo(1);
        assertThat(backtest.volume().mqls()).isEqualTo(2);
        assertThat(backtest.toMql().median()).isEqualTo(Duration.ofDays(1));
        assertThat(backtest.toOutcome().median()).isEqualTo(Duration.ofDays(3));
    }

    private static LeadCase only(Past past) {
        List<LeadCase> cases =
                BacktestRun.of(past.history(), MID_MARKET, OutcomeSource.DEALS).cases();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }
}
