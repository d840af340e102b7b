package io.revstream.pipeline;

import io.revstream.events.DealAlert;
import io.revstream.events.DealChanged;
import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.PipelineRules.StaleBy;
import io.revstream.policy.StaleRules;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DealChecksTest {

    private static final Instant MONDAY = Instant.parse("2026-10-19T13:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final LocalDate END_OF_YEAR = LocalDate.of(2026, 12, 31);
    private static final LocalDate END_OF_JANUARY = LocalDate.of(2027, 1, 31);
    private static final LocalDate END_OF_MARCH = LocalDate.of(2027, 3, 31);

    private static final PipelineRules RULES = new PipelineRules(
            "USD",
            List.of(
                    stage("Qualified", Outcome.OPEN, "source"),
                    stage("Discovery", Outcome.OPEN, "painPoints"),
                    stage("Demo", Outcome.OPEN),
                    stage("Proposal", Outcome.OPEN, "pricing", "terms"),
                    stage("Closed Won", Outcome.WON, "signedContract"),
                    stage("Closed Lost", Outcome.LOST, "lossReason")),
            List.of("value", "closeDate"),
            2,
            null,
            StaleRules.FIXED);

    private DealStanding deal = DealStanding.UNKNOWN;
    private List<Finding> findings = new ArrayList<>();

    @Test
    @Tag("DEAL-24")
    void a_new_deal_needs_value_close_date_and_stage() {
        take(created(MONDAY, "Qualified", fields()));
        assertThat(alerts()).containsExactly("fields-missing [value, closeDate]");
        take(created(MONDAY, "", fields().setValue(new BigDecimal("100.00")).setCloseDate(END_OF_YEAR)));
        assertThat(alerts()).containsExactly("unknown-stage []");
        take(created(
                MONDAY, "Qualified", fields().setValue(new BigDecimal("100.00")).setCloseDate(END_OF_YEAR)));
        assertThat(alerts()).isEmpty();
    }

    @Test
    @Tag("DEAL-14")
    void stages_that_were_skipped_are_named() {
        opened("Qualified");
        take(moved(TUESDAY, "Proposal", "source", "web"));
        assertThat(alerts()).containsExactly("stages-skipped [Discovery, Demo]");
        assertThat(findings.get(0).because()).isEqualTo("Qualified to Proposal without Discovery, Demo");
        DealAlert alert = findings.get(0).alert("deal-1", deal);
        assertThat(alert.getStage()).isEqualTo("Proposal");
        assertThat(alert.getLeadId()).isEqualTo("lead-1");
        assertThat(alert.getOwnerId()).isEqualTo("ann");
    }

    @Test
    @Tag("DEAL-14")
    void a_stage_visited_before_is_not_skipped_and_a_lost_deal_skips_nothing() {
        opened("Discovery");
        take(moved(TUESDAY, "Qualified"));
        assertThat(alerts()).containsExactly("moved-backward [Discovery]");
        take(moved(FRIDAY, "Demo", "source", "web"));
        assertThat(alerts()).isEmpty();
        take(moved(FRIDAY.plusSeconds(1), "Closed Lost", "lossReason", "price"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    @Tag("DEAL-14")
    void a_deal_won_straight_away_has_skipped_what_lies_before() {
        opened("Discovery");
        take(moved(TUESDAY, "Closed Won", "painPoints", "many", "signedContract", "yes"));
        assertThat(alerts()).containsExactly("stages-skipped [Demo, Proposal]");
    }

    @Test
    void fields_that_a_stage_asks_for_on_leaving_or_a_closed_one_on_entering_are_named() {
        opened("Proposal");
        take(moved(TUESDAY, "Closed Won", "terms", "30 days", "pricing", " "));
        assertThat(alerts()).containsExactly("fields-missing [pricing, signedContract]");
        opened("Proposal");
        take(moved(TUESDAY, "Closed Lost"));
        assertThat(alerts()).containsExactly("fields-missing [lossReason]");
    }

    @Test
    void a_field_set_to_nothing_is_missing_again() {
        opened("Qualified");
        take(changed(MONDAY.plusSeconds(1), fields().setMore(Map.of("source", "web"))));
        take(changed(MONDAY.plusSeconds(2), fields().setMore(Map.of("source", ""))));
        take(moved(TUESDAY, "Discovery"));
        assertThat(alerts()).containsExactly("fields-missing [source]");
    }

    @Test
    void a_closed_deal_that_moves_on_has_moved_backward() {
        opened("Closed Won");
        take(moved(TUESDAY, "Proposal"));
        assertThat(alerts()).containsExactly("moved-backward [Closed Won]");
    }

    @Test
    void a_stage_that_the_policy_does_not_know_is_said_and_taken() {
        opened("Qualified");
        take(moved(TUESDAY, "Legal"));
        assertThat(alerts()).containsExactly("unknown-stage [Legal]");
        assertThat(deal.stage()).isEqualTo("Legal");
        take(moved(FRIDAY, "Demo"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    @Tag("DEAL-15")
    void a_close_date_moved_to_a_later_day_needs_a_reason() {
        opened("Qualified");
        take(changed(TUESDAY, fields().setCloseDate(END_OF_JANUARY)));
        assertThat(alerts()).containsExactly("pushed-without-reason []");
        assertThat(findings.get(0).because())
                .isEqualTo("close date moved from 2026-12-31 to 2027-01-31 without a reason");

        opened("Qualified");
        take(changed(TUESDAY, fields().setCloseDate(END_OF_JANUARY).setPushReason("budget freeze")));
        assertThat(alerts()).isEmpty();
        assertThat(deal.pushes()).isEqualTo(1);
        take(changed(FRIDAY, fields().setCloseDate(END_OF_YEAR)));
        assertThat(alerts()).isEmpty();
        assertThat(deal.pushes()).isEqualTo(1);
    }

    @Test
    @Tag("DEAL-16")
    @Tag("SLA-09")
    void the_second_push_asks_for_a_forecast_review_at_once() {
        opened("Qualified");
        take(changed(TUESDAY, fields().setCloseDate(END_OF_JANUARY).setPushReason("budget freeze")));
        take(changed(FRIDAY, fields().setCloseDate(END_OF_MARCH).setPushReason("new buyer")));
        assertThat(alerts()).containsExactly("forecast-review []");
        assertThat(findings.get(0).alert("deal-1", deal).getPushes()).isEqualTo(2);
    }

    @Test
    void the_close_date_of_a_closed_deal_is_what_happened_and_no_push() {
        opened("Proposal");
        DealFields.Builder fields = fields().setCloseDate(END_OF_MARCH)
                .setMore(Map.of("pricing", "list", "terms", "30 days", "signedContract", "yes"));
        take(moved(TUESDAY, "Closed Won", fields));
        assertThat(alerts()).containsExactly();
        assertThat(deal.closeDate()).isEqualTo(END_OF_MARCH);
    }

    @Test
    @Tag("DEAL-28")
    void every_visit_of_a_stage_is_recorded_with_when_it_began_and_ended() {
        opened("Qualified");
        take(moved(TUESDAY, "Discovery"));
        take(moved(FRIDAY, "Qualified"));
        assertThat(deal.visits())
                .containsExactly(
                        new Visit("Qualified", MONDAY, TUESDAY),
                        new Visit("Discovery", TUESDAY, FRIDAY),
                        new Visit("Qualified", FRIDAY, null));
        assertThat(deal.visits().get(1).lasted(FRIDAY)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void events_that_cross_on_their_way_leave_the_same_standing_in_either_order() {
        DealEvent discovery = moved(TUESDAY, "Discovery");
        DealEvent demo = moved(
                TUESDAY.plusMillis(1),
                "Demo",
                fields().setCloseDate(END_OF_JANUARY).setPushReason("holidays"));
        opened("Qualified");
        take(discovery);
        take(demo);
        DealStanding inOrder = deal;
        opened("Qualified");
        take(demo);
        take(discovery);
        assertThat(deal).isEqualTo(inOrder);
        assertThat(deal.stage()).isEqualTo("Demo");

        take(changed(MONDAY.plusSeconds(1), fields().setCloseDate(END_OF_MARCH)));
        assertThat(alerts()).isEmpty();
        assertThat(deal).isEqualTo(inOrder);
    }

    @Test
    void a_standing_comes_back_equal_from_its_stored_form_and_does_not_grow_for_ever() {
        opened("Qualified");
        for (int i = 1; i <= 100; i++) {
            take(moved(MONDAY.plusSeconds(i), i % 2 == 0 ? "Qualified" : "Discovery"));
        }
        assertThat(deal.visits()).hasSize(40);
        StateWriter out = new StateWriter();
        deal.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(DealStanding.read(in)).isEqualTo(deal);
        in.end();
    }

    private void opened(String stage) {
        deal = DealStanding.UNKNOWN;
        take(created(MONDAY, stage, fields().setValue(new BigDecimal("100.00")).setCloseDate(END_OF_YEAR)));
        assertThat(alerts()).isEmpty();
    }

    private void take(DealEvent event) {
        DealChecks.Checked checked = DealChecks.check(deal, event, RULES);
        deal = checked.deal();
        findings = checked.findings();
    }

    private List<String> alerts() {
        return findings.stream()
                .map(finding -> finding.alert("deal-1", deal))
                .map(alert -> alert.getAlert() + " " + alert.getItems())
                .toList();
    }

    private static DealStage stage(String stage, Outcome outcome, String... required) {
        return new DealStage(stage, outcome, List.of(required), null, StaleBy.AVERAGE);
    }

    private static DealFields.Builder fields() {
        return DealFields.newBuilder().setLeadId("lead-1").setOwnerId("ann");
    }

    private static DealEvent created(Instant at, String stage, DealFields.Builder fields) {
        return event(at).setCreated(new DealCreated(stage, fields.build())).build();
    }

    private static DealEvent changed(Instant at, DealFields.Builder fields) {
        return event(at).setChanged(new DealChanged(fields.build())).build();
    }

    private static DealEvent moved(Instant at, String stage, String... more) {
        Map<String, String> named = more.length == 0
                ? Map.of()
                : more.length == 2 ? Map.of(more[0], more[1]) : Map.of(more[0], more[1], more[2], more[3]);
        return moved(at, stage, fields().setMore(named));
    }

    private static DealEvent moved(Instant at, String stage, DealFields.Builder fields) {
        return event(at)
                .setStageChanged(new DealStageChanged(stage, fields.build()))
                .build();
    }

    private static DealEvent.Builder event(Instant at) {
        return DealEvent.newBuilder().setEventId("e@" + at).setOccurredAt(at).setSource("crm");
    }
}
