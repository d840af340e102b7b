package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.events.RepAsked;
import io.revstream.events.RoutingReason;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

class QueueTest {

    private static final Instant MONDAY_10AM = MONDAY_9AM.plus(Duration.ofHours(1));
    private static final Instant TUESDAY = MONDAY_9AM.plus(Duration.ofDays(1));
    private static final RoutingRules.Rotation TWO_EACH = Reps.rules(2, CountResets.NEVER);
    private static final TeamTerms TERMS = Reps.terms(TWO_EACH);

    private final Queue threeWaiting = Queue.EMPTY
            .with(waiting("third", 1, 1, MONDAY_10AM.plusSeconds(1)))
            .with(waiting("first", 1, 1, MONDAY_9AM))
            .with(waiting("second", 1, 1, MONDAY_10AM));

    @Test
    @Tag("RTE-09")
    void a_lead_waits_until_a_rep_is_back_and_the_longest_waiting_goes_first() {
        Roster away =
                Reps.roster(MONDAY_9AM, "ann").with(Reps.away("ann", MONDAY_9AM, "a1", MONDAY_9AM, TUESDAY, false));
        assertThat(Rotation.choose(away, Reps.anybody("first"), TWO_EACH, NEW_YORK, MONDAY_9AM)
                        .method())
                .isEqualTo("queue");
        assertThat(threeWaiting.drain(away, TERMS, MONDAY_10AM).served()).isEmpty();

        Instant back = away.nextAvailability(MONDAY_10AM, TERMS);
        assertThat(back).isEqualTo(TUESDAY);
        Queue.Drained drained = threeWaiting.drain(away, TERMS, back);
        assertThat(drained.served())
                .extracting(served -> served.lead().leadId())
                .containsExactly("first", "second");
        assertThat(drained.queue().waiting()).extracting(Waiting::leadId).containsExactly("third");
        assertThat(drained.roster().reps().get("ann").open()).containsOnlyKeys("first", "second");
    }

    @Test
    void capacity_that_is_freed_drains_the_queue_until_nobody_waits() {
        Queue.Drained full = threeWaiting.drain(Reps.roster(MONDAY_9AM, "ann"), TERMS, MONDAY_10AM);
        Roster freed = full.roster().released("ann", "first", 1);
        Queue.Drained drained = full.queue().drain(freed, TERMS, TUESDAY);
        assertThat(drained.served()).extracting(served -> served.turn().repId()).containsExactly("ann");
        assertThat(drained.queue()).isEqualTo(Queue.EMPTY);
    }

    @Test
    void a_rep_who_joins_takes_what_waits() {
        Queue.Drained drained = threeWaiting.drain(Roster.EMPTY.with(Reps.joined("ann", TUESDAY)), TERMS, TUESDAY);
        assertThat(drained.served()).hasSize(2);
    }

    @Test
    void who_may_not_be_given_to_anybody_free_does_not_hold_up_the_others() {
        Ask notAnn = Reps.anybodyBut("ann", "barred");
        Queue queue = threeWaiting.with(new Waiting(
                notAnn,
                "acme",
                2,
                MONDAY_9AM.minusSeconds(1),
                RoutingReason.SLA_BREACH,
                "ann",
                null,
                List.of(),
                null,
                null));
        Queue.Drained drained = queue.drain(Reps.roster(MONDAY_9AM, "ann"), TERMS, TUESDAY);
        assertThat(drained.served())
                .extracting(served -> served.lead().leadId())
                .containsExactly("first", "second");
        assertThat(drained.queue().waiting()).extracting(Waiting::leadId).containsExactly("barred", "third");
    }

    @Test
    void a_lead_waits_once_in_its_latest_pass_and_round_and_keeps_its_place_within_a_pass() {
        Queue queue = threeWaiting.with(waiting("first", 1, 2, TUESDAY));
        assertThat(queue.waiting()).extracting(Waiting::leadId).containsExactly("first", "second", "third");
        assertThat(queue.with(waiting("first", 2, 1, TUESDAY)).waiting())
                .extracting(Waiting::leadId)
                .containsExactly("second", "third", "first");
        assertThat(queue.with(waiting("first", 1, 1, MONDAY_9AM))).isEqualTo(queue);
        assertThat(queue.released("first", 0)).isEqualTo(queue);
        assertThat(queue.released("first", 1).waiting())
                .extracting(Waiting::leadId)
                .containsExactly("second", "third");
    }

    @Test
    void a_queue_comes_back_equal_from_its_stored_form() {
        RepAsked asked = RepAsked.newBuilder()
                .setAccountId("acme")
                .setRound(2)
                .setReason(RoutingReason.SLA_BREACH)
                .setPreferredRepId("bob")
                .setPreferredBecause("account-owner")
                .setExcluded(List.of("ann", "cid"))
                .setPreviousOwnerId("ann")
                .setTier(1)
                .setBranches(List.of(new BranchTried("west", true, "region is us-ca")))
                .build();
        Queue queue = threeWaiting.with(Waiting.of("fourth", 2, asked, TUESDAY));
        StateWriter out = new StateWriter();
        queue.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(Queue.read(in)).isEqualTo(queue);
        in.end();
    }

    private static Waiting waiting(String lead, int pass, int round, Instant since) {
        Ask ask = new Ask(lead, pass, null, null, Set.of());
        return new Waiting(ask, "acme", round, since, RoutingReason.PROMOTION, null, null, List.of(), null, null);
    }
}
