package io.revstream.routing;

import io.revstream.events.Candidate;
import io.revstream.events.RepDetails;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RotationTest {

    private static final Instant TUESDAY = MONDAY_9AM.plus(Duration.ofDays(1));
    private static final Instant THURSDAY = MONDAY_9AM.plus(Duration.ofDays(3));
    private static final RoutingRules.Rotation RULES = Reps.rules(25, CountResets.NEVER);

    private Roster roster = Reps.roster(MONDAY_9AM, "ann", "bob", "cid");

    @Test
    @Tag("RTE-08")
    void leads_go_round_evenly() {
        assertThat(give(7, MONDAY_9AM)).containsExactly("ann", "bob", "cid", "ann", "bob", "cid", "ann");
    }

    @Test
    @Tag("RTE-10")
    void reps_who_are_away_full_inactive_or_excluded_are_skipped_and_the_decision_says_so() {
        roster = Reps.roster(MONDAY_9AM, "ann", "bob", "cid", "dee", "eve")
                .with(Reps.away("ann", MONDAY_9AM, "a1", MONDAY_9AM, TUESDAY, false))
                .with(Reps.details("bob", TUESDAY, RepDetails.newBuilder().setCapacity(0)))
                .with(Reps.details("cid", TUESDAY, RepDetails.newBuilder().setActive(false)));
        Turn turn = Rotation.choose(roster, Reps.anybodyBut("dee", "lead-1"), RULES, NEW_YORK, MONDAY_9AM);
        assertThat(turn.repId()).isEqualTo("eve");
        assertThat(turn.candidates())
                .extracting(Candidate::getSkipped)
                .containsExactly("absent", "at-capacity", "inactive", "excluded", null);
        assertThat(turn.candidates())
                .extracting(Candidate::getChosen)
                .containsExactly(false, false, false, false, true);
        assertThat(turn.candidates().get(4).getAssigned()).isEqualTo(1);
        assertThat(turn.candidates().get(4).getOpen()).isEqualTo(1);
        assertThat(turn.because()).isEqualTo("eve is the only one who can take the lead");
    }

    @Test
    void an_absence_begins_and_ends_at_its_instants() {
        roster = Reps.roster(MONDAY_9AM, "ann").with(Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, THURSDAY, false));
        assertThat(choose(Reps.anybody("lead-1"), TUESDAY.minusMillis(1))).isEqualTo("ann");
        assertThat(choose(Reps.anybody("lead-2"), TUESDAY)).isNull();
        assertThat(choose(Reps.anybody("lead-3"), THURSDAY.minusMillis(1))).isNull();
        assertThat(choose(Reps.anybody("lead-4"), THURSDAY)).isEqualTo("ann");
    }

    @Test
    void a_team_that_cannot_take_a_lead_leaves_it_to_the_queue() {
        Turn turn = Rotation.choose(Roster.EMPTY, Reps.anybody("lead-1"), RULES, NEW_YORK, MONDAY_9AM);
        assertThat(turn.repId()).isNull();
        assertThat(turn.method()).isEqualTo("queue");
        assertThat(turn.because()).isEqualTo("no rep of the team can take the lead");
    }

    @Test
    @Tag("RTE-23")
    void the_leads_of_an_owners_accounts_take_room_on_his_desk_but_no_turn() {
        Turn turn = Rotation.choose(roster, Reps.preferring("ann", "lead-1"), RULES, NEW_YORK, MONDAY_9AM);
        assertThat(turn.method()).isEqualTo("account-owner");
        roster = turn.roster();
        assertThat(roster.reps().get("ann").open()).containsOnlyKeys("lead-1");
        assertThat(give(3, MONDAY_9AM)).containsExactly("ann", "bob", "cid");
    }

    @Test
    void an_owner_gets_his_accounts_leads_even_when_his_desk_is_full_but_not_while_he_is_away() {
        roster =
                roster.with(Reps.details("bob", TUESDAY, RepDetails.newBuilder().setCapacity(0)));
        assertThat(choose(Reps.preferring("bob", "lead-1"), MONDAY_9AM)).isEqualTo("bob");
        roster = roster.with(Reps.away("bob", MONDAY_9AM, "b1", TUESDAY, THURSDAY, false));
        Turn turn = Rotation.choose(roster, Reps.preferring("bob", "lead-2"), RULES, NEW_YORK, TUESDAY);
        assertThat(turn.repId()).isEqualTo("ann");
        assertThat(turn.method()).isEqualTo("rotation");
        assertThat(turn.because())
                .isEqualTo(
                        "bob (account-owner) is absent; ann is furthest behind: 0 leads so far, and a share of 0.50 with this one");
        assertThat(Rotation.choose(roster, Reps.preferring("zoe", "lead-3"), RULES, NEW_YORK, TUESDAY)
                        .because())
                .startsWith("zoe (account-owner) is not on the roster; ");
    }

    @Test
    void the_rep_who_breached_does_not_get_the_lead_back() {
        assertThat(choose(Reps.anybody("lead-1"), MONDAY_9AM)).isEqualTo("ann");
        give(2, MONDAY_9AM);
        assertThat(choose(new Ask("lead-1", 1, null, null, Set.of("ann")), TUESDAY))
                .isEqualTo("bob");
    }

    @Test
    void who_comes_back_is_where_he_was_and_is_not_flooded() {
        give(3, MONDAY_9AM);
        roster = roster.with(Reps.away("cid", MONDAY_9AM, "c1", TUESDAY, THURSDAY, false));
        give(20, TUESDAY);
        assertThat(give(6, THURSDAY))
                .startsWith("cid")
                .filteredOn("cid"::equals)
                .hasSize(2);
        Ledger cid = roster.reps().get("cid").ledger();
        assertThat(cid.assigned()).isEqualTo(3);
        assertThat(cid.share()).isEqualTo(3);
        assertThat(roster.reps().get("ann").ledger().share()).isEqualTo(13);
    }

    @Test
    void each_decision_says_what_was_given_to_each_rep_and_what_was_his_by_right() {
        roster =
                roster.with(Reps.details("cid", TUESDAY, RepDetails.newBuilder().setActive(false)));
        give(1, MONDAY_9AM);
        Turn turn = Rotation.choose(roster, Reps.anybody("lead-2"), RULES, NEW_YORK, TUESDAY);
        assertThat(turn.candidates())
                .extracting(Candidate::getRepId, Candidate::getAssigned, Candidate::getShare, Candidate::getWeight)
                .containsExactly(tuple("ann", 1, 1.0, 1.0), tuple("bob", 1, 1.0, 1.0), tuple("cid", 0, 0.0, 1.0));
        assertThat(turn.because())
                .isEqualTo("bob is furthest behind: 0 leads so far, and a share of 1.00 with this one");
    }

    @Test
    void who_joins_starts_level_with_the_others_also_when_nobody_was_there() {
        give(30, MONDAY_9AM);
        for (String rep : List.of("ann", "bob", "cid")) {
            roster = roster.with(Reps.away(rep, MONDAY_9AM, "x", TUESDAY, THURSDAY, false));
        }
        assertThat(choose(Reps.anybody("waits"), TUESDAY)).isNull();
        roster = roster.with(Reps.joined("dee", TUESDAY));
        assertThat(give(4, THURSDAY)).containsExactly("dee", "ann", "bob", "cid");
    }

    @Test
    @Tag("RTE-12")
    void counts_start_again_with_the_week_or_the_month_of_the_team() {
        // Sunday 2026-11-01 is both the end of a week and the start of a month; New York leaves daylight saving in that
        // night.
        Instant saturday = Instant.parse("2026-10-31T16:00:00Z");
        Instant monthBegins = Instant.parse("2026-11-01T04:00:00Z");
        Instant weekBegins = Instant.parse("2026-11-02T05:00:00Z");
        assertThat(assignedAt(CountResets.MONTHLY, saturday, monthBegins.minusMillis(1)))
                .isEqualTo(2);
        assertThat(assignedAt(CountResets.MONTHLY, saturday, monthBegins)).isEqualTo(1);
        assertThat(assignedAt(CountResets.WEEKLY, saturday, weekBegins.minusMillis(1)))
                .isEqualTo(2);
        assertThat(assignedAt(CountResets.WEEKLY, saturday, weekBegins)).isEqualTo(1);
        assertThat(assignedAt(CountResets.NEVER, saturday, saturday.plus(Duration.ofDays(400))))
                .isEqualTo(2);
    }

    @Test
    void after_a_reset_who_waited_longest_begins() {
        RoutingRules.Rotation weekly = Reps.rules(25, CountResets.WEEKLY);
        roster = Rotation.choose(roster, Reps.anybody("lead-1"), weekly, NEW_YORK, MONDAY_9AM)
                .roster();
        Instant nextMonday = MONDAY_9AM.plus(Duration.ofDays(7));
        assertThat(Rotation.choose(roster, Reps.anybody("lead-2"), weekly, NEW_YORK, nextMonday)
                        .repId())
                .isEqualTo("bob");
    }

    private int assignedAt(CountResets resets, Instant first, Instant second) {
        RoutingRules.Rotation rules = Reps.rules(25, resets);
        Roster ann = Rotation.choose(Reps.roster(MONDAY_9AM, "ann"), Reps.anybody("lead-1"), rules, NEW_YORK, first)
                .roster();
        return Rotation.choose(ann, Reps.anybody("lead-2"), rules, NEW_YORK, second)
                .candidates()
                .get(0)
                .getAssigned();
    }

    private List<String> give(int leads, Instant at) {
        List<String> got = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            got.add(choose(Reps.anybody(at + "#" + i), at));
        }
        return got;
    }

    private String choose(Ask ask, Instant at) {
        Turn turn = Rotation.choose(roster, ask, RULES, NEW_YORK, at);
        roster = turn.roster();
        return turn.repId();
    }
}
