package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.Attainment;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

class RepWeightTest {

    private static final RoutingRules.Rotation RULES = Reps.weighted(1_000_000);
    private static final Instant LATER = MONDAY_9AM.plusMillis(1);

    private Roster roster = Reps.roster(MONDAY_9AM, "ann", "bob");

    @Test
    @Tag("RTE-11")
    void aRepBelowQuotaGetsSlightlyMoreAndOneWhoReachedItDoesNot() {
        state("ann", RepDetails.newBuilder().setAttainment(0.99));
        state("bob", RepDetails.newBuilder().setAttainment(1.0));
        assertThat(weight("ann", MONDAY_9AM)).isEqualTo(1.2);
        assertThat(weight("bob", MONDAY_9AM)).isEqualTo(1.0);
        assertThat(shareOut(22, Set.of())).containsEntry("ann", 12).containsEntry("bob", 10);
    }

    @Test
    void aRepOfWhomNoAttainmentIsKnownWeighsAsMuchAsOneWhoReachedHisQuota() {
        assertThat(weight("ann", MONDAY_9AM)).isEqualTo(1.0);
    }

    /** 30, 60 and 90 days after 2026-03-02, at midnight in the rep's zone; daylight saving begins on the 8th. */
    @Test
    void aNewRepIsGivenMoreStepByStepAtMidnightInHisZone() {
        state(
                "ann",
                RepDetails.newBuilder()
                        .setStartedOn(LocalDate.parse("2026-03-02"))
                        .setZone("America/Los_Angeles"));
        assertThat(weight("ann", Instant.parse("2026-03-02T08:00:00Z"))).isEqualTo(0.25);
        assertThat(weight("ann", Instant.parse("2026-04-01T06:59:59Z"))).isEqualTo(0.25);
        assertThat(weight("ann", Instant.parse("2026-04-01T07:00:00Z"))).isEqualTo(0.5);
        assertThat(weight("ann", Instant.parse("2026-05-01T06:59:59Z"))).isEqualTo(0.5);
        assertThat(weight("ann", Instant.parse("2026-05-01T07:00:00Z"))).isEqualTo(0.75);
        assertThat(weight("ann", Instant.parse("2026-05-31T06:59:59Z"))).isEqualTo(0.75);
        assertThat(weight("ann", Instant.parse("2026-05-31T07:00:00Z"))).isEqualTo(1.0);
    }

    @Test
    void aRepInHisFirstMonthGetsAQuarterOfAFullShare() {
        state("ann", RepDetails.newBuilder().setStartedOn(LocalDate.parse("2026-10-19")));
        assertThat(shareOut(50, Set.of())).containsEntry("ann", 10).containsEntry("bob", 40);
    }

    @Test
    void aRampMayKeepARepFromAnyTurn() {
        RoutingRules.Rotation training =
                Reps.weighing(25, new Weights(null, BigDecimal.ONE, List.of(new RampStep(60, BigDecimal.ZERO))));
        state("ann", RepDetails.newBuilder().setStartedOn(LocalDate.parse("2026-10-19")));
        Turn turn = Rotation.choose(roster, Reps.anybody("lead-1"), training, NEW_YORK, MONDAY_9AM);
        assertThat(turn.repId()).isEqualTo("bob");
        assertThat(turn.candidates().get(0).getSkipped()).isEqualTo("ramp");
        assertThat(turn.candidates().get(0).getWeight()).isZero();
    }

    @Test
    void aLeadPrefersRepsWhoKnowItsTerritoryAndShutsNobodyOut() {
        state("ann", RepDetails.newBuilder().setTerritories(List.of("us-ca", "us-or")));
        assertThat(shareOut(50, Set.of("us-or", "us"))).containsEntry("ann", 30).containsEntry("bob", 20);
        assertThat(shareOut(50, Set.of("us-ny"))).containsEntry("ann", 25).containsEntry("bob", 25);
    }

    @Test
    void allWeightsAreMultiplied() {
        state(
                "ann",
                RepDetails.newBuilder()
                        .setWeight(0.5)
                        .setAttainment(0.5)
                        .setStartedOn(LocalDate.parse("2026-08-01"))
                        .setTerritories(List.of("us-ca")));
        Ask californian = new Ask("lead-1", 1, null, null, Set.of(), Set.of(), Set.of("us-ca"));
        // Stated 0.5, below quota 1.2, in the third month 0.75, preferred 1.5.
        assertThat(weight(californian, "ann", MONDAY_9AM)).isEqualTo(0.675);
    }

    @Test
    void aWeightIsExactToFivePlacesAndHasAnUpperEnd() {
        state("ann", RepDetails.newBuilder().setWeight(0.333333));
        state("bob", RepDetails.newBuilder().setWeight(1e9));
        assertThat(weight("ann", MONDAY_9AM)).isEqualTo(0.33333);
        assertThat(weight("bob", MONDAY_9AM)).isEqualTo(1_000);
        assertThat(shareOut(10, Set.of())).containsEntry("bob", 10);
    }

    @Test
    void attainmentCountsFromTheShareThatThePolicySays() {
        RoutingRules.Rotation half = Reps.weighing(
                25, new Weights(new Attainment(new BigDecimal("0.5"), new BigDecimal("2")), BigDecimal.ONE, List.of()));
        state("ann", RepDetails.newBuilder().setAttainment(0.49));
        state("bob", RepDetails.newBuilder().setAttainment(0.5));
        assertThat(Rotation.choose(roster, Reps.anybody("lead-1"), half, NEW_YORK, MONDAY_9AM)
                        .candidates())
                .extracting(one -> one.getWeight())
                .containsExactly(2.0, 1.0);
    }

    private void state(String rep, RepDetails.Builder details) {
        roster = roster.with(Reps.details(rep, LATER, details));
    }

    private double weight(String rep, Instant at) {
        return weight(Reps.anybody("lead"), rep, at);
    }

    private double weight(Ask ask, String rep, Instant at) {
        return Rotation.choose(roster, ask, RULES, NEW_YORK, at).candidates().stream()
                .filter(one -> one.getRepId().equals(rep))
                .findFirst()
                .orElseThrow()
                .getWeight();
    }

    /** Leads that each rep got of so many, with the roster left as it was. */
    private Map<String, Integer> shareOut(int leads, Set<String> prefers) {
        Map<String, Integer> got = new TreeMap<>();
        Roster current = roster;
        for (int i = 0; i < leads; i++) {
            Ask ask = new Ask("lead-" + i, 1, null, null, Set.of(), Set.of(), prefers);
            Turn turn = Rotation.choose(current, ask, RULES, NEW_YORK, MONDAY_9AM);
            got.merge(turn.repId(), 1, Integer::sum);
            current = turn.roster();
        }
        return got;
    }
}
