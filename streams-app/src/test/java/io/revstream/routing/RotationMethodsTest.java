package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

/** The variants of domain 4.7 beside the even one. */
class RotationMethodsTest {

    private static final Instant TUESDAY = MONDAY_9AM.plus(Duration.ofDays(1));
    private static final Instant LATER = MONDAY_9AM.plusMillis(1);

    private Roster roster = Reps.roster(MONDAY_9AM, "ann", "bob", "cid");

    @Test
    @Tag("RTE-15")
    void theCounterAssignsItsRepIsIncrementedAndBeginsAgainAtItsMaximum() {
        RoutingRules.Rotation ten = rules(Method.COUNTER, 10);
        List<Integer> counts = new ArrayList<>();
        List<String> got = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            counts.add(roster.counter());
            got.add(take("lead-" + i, ten, MONDAY_9AM));
        }
        assertThat(counts).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
        assertThat(got).containsExactly("ann", "bob", "cid", "ann", "bob", "cid", "ann", "bob", "cid", "ann", "ann");
    }

    @Test
    @Tag("RTE-15")
    void theCounterPassesOverWhoCannotTakeTheLeadAndGoesOnAfterWhoCan() {
        RoutingRules.Rotation six = rules(Method.COUNTER, 6);
        roster = roster.with(Reps.away("bob", MONDAY_9AM, "b1", MONDAY_9AM, TUESDAY, false));
        assertThat(take("a", six, MONDAY_9AM)).isEqualTo("ann");
        Turn turn = Rotation.choose(roster, Reps.anybody("b"), six, NEW_YORK, MONDAY_9AM);
        assertThat(turn.repId()).isEqualTo("cid");
        assertThat(turn.method()).isEqualTo("counter");
        assertThat(turn.because()).isEqualTo("the counter is at 1 of 6: cid is the next who can take the lead");
        roster = turn.roster();
        assertThat(roster.counter()).isEqualTo(3);
        assertThat(take("c", six, MONDAY_9AM)).isEqualTo("ann");
        assertThat(take("d", six, TUESDAY)).isEqualTo("bob");
    }

    @Test
    void whoHasLeftHasNoNumber() {
        RoutingRules.Rotation four = rules(Method.COUNTER, 4);
        roster = roster.with(Reps.details("ann", LATER, RepDetails.newBuilder().setActive(false)));
        assertThat(List.of(take("a", four, LATER), take("b", four, LATER), take("c", four, LATER)))
                .containsExactly("bob", "cid", "bob");
    }

    @Test
    void theCounterOutlivesARestartAndANewWeek() {
        RoutingRules.Rotation six = rules(Method.COUNTER, 6);
        take("a", six, MONDAY_9AM);
        StateWriter out = new StateWriter();
        roster.write(out);
        roster = Roster.read(new StateReader(out.toBytes()));
        assertThat(take("b", six, MONDAY_9AM.plus(Duration.ofDays(7)))).isEqualTo("bob");
    }

    @Test
    @Tag("RTE-16")
    void ofThoseAvailableTheOneWhoWasGivenALeadLeastRecentlyGoesFirst() {
        RoutingRules.Rotation queue = rules(Method.QUEUE, null);
        assertThat(take("a", queue, MONDAY_9AM)).isEqualTo("ann");
        assertThat(take("b", queue, MONDAY_9AM.plusSeconds(60))).isEqualTo("bob");
        roster = roster.with(Reps.away("cid", MONDAY_9AM, "c1", MONDAY_9AM, TUESDAY, false));
        assertThat(take("c", queue, MONDAY_9AM.plusSeconds(120))).isEqualTo("ann");
        roster = roster.with(Reps.details("bob", LATER, RepDetails.newBuilder().setCapacity(1)));
        assertThat(take("d", queue, MONDAY_9AM.plusSeconds(180))).isEqualTo("ann");
        Turn turn = Rotation.choose(roster, Reps.anybody("e"), queue, NEW_YORK, TUESDAY);
        assertThat(turn.repId()).isEqualTo("cid");
        assertThat(turn.method()).isEqualTo("least-recent");
        assertThat(turn.because()).isEqualTo("cid was never given a lead");
        Rep cid = turn.roster().reps().get("cid");
        assertThat(cid.ledger().lastAssignedAt()).isEqualTo(TUESDAY);
        roster = turn.roster().released("bob", "b", 1);
        turn = Rotation.choose(roster, Reps.anybody("f"), queue, NEW_YORK, TUESDAY);
        assertThat(turn.repId()).isEqualTo("bob");
        assertThat(turn.because()).isEqualTo("bob was given a lead least recently, at 2026-10-19T13:01:00Z");
    }

    /** At one instant nobody was served before anybody else: the order of turns decides. */
    @Test
    void leadsOfOneInstantGoRoundInEveryMethod() {
        for (RoutingRules.Rotation rules :
                List.of(rules(Method.EVEN, null), rules(Method.QUEUE, null), rules(Method.COUNTER, 3))) {
            roster = Reps.roster(MONDAY_9AM, "ann", "bob", "cid");
            List<String> got = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                got.add(take("lead-" + i, rules, MONDAY_9AM));
            }
            for (String rep : List.of("ann", "bob", "cid")) {
                assertThat(Collections.frequency(got, rep))
                        .as("%s of %s", rep, rules.method())
                        .isEqualTo(1_000);
            }
        }
    }

    /** The ledger shows what a counter gives, and holds it against nobody when the policy changes to shares. */
    @Test
    void whatAnotherMethodGaveIsNotOwedToOthers() {
        for (int i = 0; i < 5; i++) {
            take("lead-" + i, rules(Method.COUNTER, 1), MONDAY_9AM);
        }
        assertThat(roster.reps().get("ann").ledger().assigned()).isEqualTo(5);
        assertThat(roster.reps().get("ann").ledger().owed()).isZero();
        List<String> even = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            even.add(take("even-" + i, rules(Method.EVEN, null), MONDAY_9AM));
        }
        assertThat(even).containsExactly("bob", "cid", "ann");
    }

    @Test
    void aTeamMayTakeTurnsInItsOwnWay() {
        RoutingRules.Rotation own = rules(Method.COUNTER, 3);
        RoutingRules.Rotation all = new RoutingRules.Rotation(
                Method.EVEN,
                null,
                25,
                null,
                Caps.NONE,
                CountResets.NEVER,
                "office",
                false,
                Weights.EQUAL,
                Map.of("west", own));
        assertThat(all.of("west")).isEqualTo(own);
        assertThat(all.of("east")).isEqualTo(all);
    }

    private String take(String lead, RoutingRules.Rotation rules, Instant at) {
        Turn turn = Rotation.choose(roster, Reps.anybody(lead), rules, NEW_YORK, at);
        roster = turn.roster();
        return turn.repId();
    }

    private static RoutingRules.Rotation rules(Method method, Integer counterMax) {
        return new RoutingRules.Rotation(
                method,
                counterMax,
                100_000,
                null,
                Caps.NONE,
                CountResets.WEEKLY,
                "office",
                false,
                Weights.EQUAL,
                Map.of());
    }
}
