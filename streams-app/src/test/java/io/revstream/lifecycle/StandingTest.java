package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.ClosedLost;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.KnownFacts;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final LifecycleRules RULES = POLICY.lifecycle();
    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY_9AM = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant FRIDAY_9AM = Instant.parse("2026-11-06T09:00:00Z");
    private static final KnownFacts ADDRESS_ONLY = new KnownFacts(Map.of("email", "ada@acme.com"));
    private static final KnownFacts IDENTIFIED =
            new KnownFacts(Map.of("email", "ada@acme.com", "name", "ada", "company", "acme"));

    @Test
    void a_lead_enters_the_furthest_stage_for_which_its_fields_are_known() {
        Standing subscriber = advanced(Standing.NEW, ADDRESS_ONLY, MONDAY_9AM);
        Standing lead = advanced(subscriber, IDENTIFIED, TUESDAY_9AM);

        assertThat(subscriber.stage()).isEqualTo("Subscriber");
        assertThat(lead.stage()).isEqualTo("Lead");
        assertThat(lead.entered()).containsKeys("Subscriber", "Lead");
        assertThat(advanced(Standing.NEW, new KnownFacts(Map.of()), MONDAY_9AM)).isSameAs(Standing.NEW);
    }

    @Test
    @Tag("LIF-12")
    void what_implies_an_earlier_stage_leaves_the_stage_as_it_is() {
        Standing customer = Standing.NEW.advance("Customer", MONDAY_9AM, RULES);

        assertThat(customer.stage()).isEqualTo("Customer");
        assertThat(advanced(customer, IDENTIFIED, TUESDAY_9AM)).isSameAs(customer);
        assertThat(customer.advance("Opportunity", TUESDAY_9AM, RULES)).isSameAs(customer);
        assertThat(customer.promoted(TUESDAY_9AM, RULES).stage()).isEqualTo("Customer");
        assertThat(customer.accepted(TUESDAY_9AM, RULES).stage()).isEqualTo("Customer");
    }

    @Test
    void a_promotion_after_a_recycling_begins_the_next_pass_and_enters_the_stage_anew() {
        Standing promoted = identified().promoted(MONDAY_9AM, RULES);
        Standing rejected = promoted.contacted(MONDAY_9AM).rejected("ENG-02", Outcome.NURTURE, TUESDAY_9AM, RULES);
        Standing again = rejected.promoted(FRIDAY_9AM, RULES);

        assertThat(promoted.pass()).isEqualTo(1);
        assertThat(rejected.stage()).isEqualTo("MQL");
        assertThat(rejected.status()).isEqualTo(Status.RECYCLED);
        assertThat(rejected.recycledAt()).isEqualTo(TUESDAY_9AM);
        assertThat(again.pass()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(Status.ACTIVE);
        assertThat(again.mqlAt()).isEqualTo(FRIDAY_9AM);
        assertThat(again.firstContactAt()).isNull();
        assertThat(again.rejectionReason()).isEqualTo("ENG-02");
        assertThat(again.entered().get("MQL")).isEqualTo(new StageEntry(MONDAY_9AM, FRIDAY_9AM));
    }

    @Test
    void a_disqualified_sql_that_is_promoted_again_keeps_its_stage_and_can_be_accepted_again() {
        Standing accepted = identified()
                .promoted(MONDAY_9AM, RULES)
                .accepted(MONDAY_9AM, RULES)
                .advance("SQL", MONDAY_9AM, RULES);
        Standing again = accepted.rejected("QUAL-01", Outcome.NURTURE, TUESDAY_9AM, RULES)
                .promoted(FRIDAY_9AM, RULES);

        assertThat(accepted.stage()).isEqualTo("SQL");
        assertThat(accepted.accepted(TUESDAY_9AM, RULES)).isSameAs(accepted);
        assertThat(again.stage()).isEqualTo("SQL");
        assertThat(again.acceptedAt()).isNull();
        assertThat(again.accepted(FRIDAY_9AM, RULES).acceptedAt()).isEqualTo(FRIDAY_9AM);
        assertThat(again.advance("SQL", FRIDAY_9AM, RULES).entered().get("SQL"))
                .as("a new entry")
                .isEqualTo(new StageEntry(MONDAY_9AM, FRIDAY_9AM));
    }

    @Test
    void an_archived_lead_keeps_its_stage_and_tells_why() {
        Standing archived =
                identified().promoted(MONDAY_9AM, RULES).rejected("FIT-02", Outcome.ARCHIVE, TUESDAY_9AM, RULES);

        assertThat(archived.stage()).isEqualTo("MQL");
        assertThat(archived.status()).isEqualTo(Status.ARCHIVED);
        assertThat(archived.recycledAt()).isNull();
        assertThat(archived.rejectionReason()).isEqualTo("FIT-02");
    }

    @Test
    void the_earliest_contact_counts_whenever_it_is_told() {
        Standing promoted = identified().promoted(MONDAY_9AM, RULES);
        Standing inOrder = promoted.contacted(TUESDAY_9AM).contacted(FRIDAY_9AM);
        Standing late = promoted.contacted(FRIDAY_9AM).contacted(TUESDAY_9AM);

        assertThat(inOrder).isEqualTo(late);
        assertThat(late.firstContactAt()).isEqualTo(TUESDAY_9AM);
    }

    @Test
    void a_person_may_move_a_lead_backward_and_that_promotes_it_no_second_time() {
        Standing demoted = identified().promoted(MONDAY_9AM, RULES).moved("Lead", Set.of(), TUESDAY_9AM, RULES);

        assertThat(demoted.stage()).isEqualTo("Lead");
        assertThat(demoted.entered().get("Lead")).isEqualTo(new StageEntry(MONDAY_9AM, TUESDAY_9AM));
        assertThat(demoted.promotedInPass()).isTrue();
        assertThat(demoted.moved("Lead", Set.of(), FRIDAY_9AM, RULES)).isSameAs(demoted);
    }

    @Test
    void a_person_may_move_a_recycled_lead_back_to_sales_which_begins_the_next_pass() {
        Standing recycled =
                identified().promoted(MONDAY_9AM, RULES).rejected("ENG-01", Outcome.NURTURE, TUESDAY_9AM, RULES);
        Standing moved = recycled.moved("MQL", Set.of(), FRIDAY_9AM, RULES);

        assertThat(moved.status()).isEqualTo(Status.ACTIVE);
        assertThat(moved.pass()).isEqualTo(2);
        assertThat(moved.mqlAt()).isEqualTo(FRIDAY_9AM);
    }

    @Test
    void a_move_needs_a_stage_of_the_policy_and_a_note() {
        assertThat(check(move("Lead", "booked by mistake"))).isEqualTo(new Move("Lead", null));
        assertThat(check(move("Leed", "why not")).refusal())
                .startsWith("Expected a move to one of [Subscriber, Lead,")
                .endsWith("but found Leed");
        assertThat(check(move(null, "why not")).refusal()).endsWith("but found null");
        assertThat(check(move("Lead", " ")).refusal())
                .isEqualTo("Expected a note that says why the lead is moved to Lead, but found none");
    }

    @Test
    @Tag("LIF-22")
    void the_policy_says_whether_a_lost_deal_keeps_or_recycles_the_lead() {
        Standing opportunity = Standing.NEW.advance("Opportunity", MONDAY_9AM, RULES);
        Standing kept = opportunity.dealLost("QUAL-01", TUESDAY_9AM, RULES);
        Standing recycled = opportunity.dealLost("QUAL-01", TUESDAY_9AM, recycling(RULES));

        assertThat(kept.stage()).isEqualTo("Opportunity");
        assertThat(kept.status()).isEqualTo(Status.CLOSED_LOST);
        assertThat(recycled.stage()).isEqualTo("Opportunity");
        assertThat(recycled.status()).isEqualTo(Status.RECYCLED);
        assertThat(recycled.rejectionReason()).isEqualTo("QUAL-01");
        assertThat(kept.takenUp(RULES).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void every_standing_comes_back_from_its_bytes() {
        Standing promoted = identified().promoted(MONDAY_9AM, RULES);
        List<Standing> standings = List.of(
                Standing.NEW,
                promoted,
                promoted.contacted(TUESDAY_9AM).accepted(FRIDAY_9AM, RULES),
                promoted.rejected("ENG-01", Outcome.NURTURE, TUESDAY_9AM, RULES),
                promoted.rejected("FIT-02", Outcome.ARCHIVE, TUESDAY_9AM, RULES),
                promoted.dealLost(null, TUESDAY_9AM, RULES));
        for (Standing standing : standings) {
            StateWriter out = new StateWriter();
            standing.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Standing.read(in)).isEqualTo(standing);
            in.end();
        }
    }

    private static Standing advanced(Standing standing, KnownFacts facts, Instant at) {
        return Advance.of(standing, new Gates(facts, Engagement.NONE), at, RULES)
                .standing();
    }

    private static Move check(LeadDisposition move) {
        return Move.check(move, identified(), new Gates(IDENTIFIED, Engagement.NONE), RULES);
    }

    private static Standing identified() {
        return advanced(Standing.NEW, IDENTIFIED, MONDAY_9AM);
    }

    private static LifecycleRules recycling(LifecycleRules rules) {
        return new LifecycleRules(
                rules.stages(),
                rules.promoted(),
                rules.customer(),
                rules.accepted(),
                ClosedLost.RECYCLE,
                rules.closedLostReason(),
                rules.recycledStage(),
                rules.archivedStage(),
                rules.archiveAfter());
    }

    private static LeadDisposition move(String stage, String note) {
        return LeadDisposition.newBuilder()
                .setDecidedBy("rep-1")
                .setStage(stage)
                .setNote(note)
                .build();
    }
}
