package io.revstream.routing;

import io.revstream.events.Candidate;
import io.revstream.events.RepDetails;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

/** Who cannot take a lead, and what the decision says of it. */
class SkippedRepsTest {

    private static final Instant LATER = MONDAY_9AM.plusMillis(1);

    private Roster roster = Reps.roster(MONDAY_9AM, "ann", "bob");

    @Test
    void aLeadGoesToARepWhoHasAllSkillsThatItAsksFor() {
        state("ann", RepDetails.newBuilder().setSkills(List.of("senior", "german")));
        state("bob", RepDetails.newBuilder().setSkills(List.of("german")));
        Turn turn = choose(asking("german", "senior"), limits(25, null, Caps.NONE), MONDAY_9AM);
        assertThat(turn.repId()).isEqualTo("ann");
        assertThat(skipped(turn)).containsExactly(null, "lacks-skill");
        assertThat(choose(asking("french"), limits(25, null, Caps.NONE), MONDAY_9AM)
                        .repId())
                .isNull();
        assertThat(skipped(choose(asking("german"), limits(25, null, Caps.NONE), MONDAY_9AM)))
                .containsExactly(null, null);
    }

    @Test
    void aRepWithAsManyOpenDealsAsThePolicySaysHasAFullPipeline() {
        state("ann", RepDetails.newBuilder().setOpenDeals(40));
        state("bob", RepDetails.newBuilder().setOpenDeals(39));
        assertThat(skipped(choose(Reps.anybody("lead-1"), limits(25, 40, Caps.NONE), MONDAY_9AM)))
                .containsExactly("full-pipeline", null);
        assertThat(skipped(choose(Reps.anybody("lead-2"), limits(25, null, Caps.NONE), MONDAY_9AM)))
                .containsExactly(null, null);
    }

    @Test
    void aCapOfAnHourCountsByTheClockOfTheRep() {
        roster = Reps.roster(MONDAY_9AM, "ann").with(in("ann", "Asia/Kolkata"));
        RoutingRules.Rotation twice = limits(25, null, new Caps(2, null, null));
        // Half past six in the evening there; an hour begins at half past of ours.
        Instant first = Instant.parse("2026-10-19T13:00:00Z");
        assertThat(take("a", twice, first)).isEqualTo("ann");
        assertThat(take("b", twice, first.plusSeconds(1_799))).isEqualTo("ann");
        assertThat(skipped(choose(Reps.anybody("c"), twice, first.plusSeconds(1_799))))
                .containsExactly("per-hour");
        assertThat(take("c", twice, first.plusSeconds(1_800))).isEqualTo("ann");
    }

    @Test
    void aCapOfADayEndsAtMidnightInTheZoneOfTheRep() {
        roster = Reps.roster(MONDAY_9AM, "ann").with(in("ann", "Europe/London"));
        RoutingRules.Rotation once = limits(25, null, new Caps(null, 1, null));
        // London leaves daylight saving on Sunday 2026-10-25: that day has 25 hours.
        Instant sunday = Instant.parse("2026-10-24T23:00:00Z");
        assertThat(take("a", once, sunday)).isEqualTo("ann");
        assertThat(skipped(choose(Reps.anybody("b"), once, Instant.parse("2026-10-25T23:59:59Z"))))
                .containsExactly("per-day");
        assertThat(take("b", once, Instant.parse("2026-10-26T00:00:00Z"))).isEqualTo("ann");
    }

    @Test
    void aCapOfAWeekEndsWithMonday() {
        roster = Reps.roster(MONDAY_9AM, "ann");
        RoutingRules.Rotation three = limits(25, null, new Caps(null, 2, 3));
        assertThat(take("a", three, MONDAY_9AM)).isEqualTo("ann");
        assertThat(take("b", three, MONDAY_9AM)).isEqualTo("ann");
        assertThat(take("c", three, Instant.parse("2026-10-20T13:00:00Z"))).isEqualTo("ann");
        assertThat(skipped(choose(Reps.anybody("d"), three, Instant.parse("2026-10-26T03:59:59Z"))))
                .containsExactly("per-week");
        assertThat(take("d", three, Instant.parse("2026-10-26T04:00:00Z"))).isEqualTo("ann");
    }

    @Test
    void theLeadsOfHisAccountsCountTowardsACapAndAreNotHeldUpByIt() {
        RoutingRules.Rotation once = limits(25, null, new Caps(null, 1, null));
        roster = Rotation.choose(roster, Reps.preferring("ann", "a"), once, NEW_YORK, MONDAY_9AM)
                .roster();
        assertThat(take("b", once, MONDAY_9AM)).isEqualTo("bob");
        assertThat(Rotation.choose(roster, Reps.preferring("ann", "c"), once, NEW_YORK, MONDAY_9AM)
                        .repId())
                .isEqualTo("ann");
    }

    @Test
    void aRepIsFreeOfHisCapsWhenTheLastOfThemEnds() {
        Caps caps = new Caps(1, 1, 1);
        Load load = Load.NONE.with(MONDAY_9AM, NEW_YORK);
        assertThat(Load.NONE.freeFrom(caps, MONDAY_9AM, NEW_YORK)).isEqualTo(MONDAY_9AM);
        assertThat(load.freeFrom(caps, MONDAY_9AM, NEW_YORK)).isEqualTo("2026-10-26T04:00:00Z");
        assertThat(load.freeFrom(new Caps(1, 1, 2), MONDAY_9AM, NEW_YORK)).isEqualTo("2026-10-20T04:00:00Z");
        assertThat(load.freeFrom(new Caps(1, 2, 2), MONDAY_9AM, NEW_YORK)).isEqualTo("2026-10-19T14:00:00Z");
    }

    @Test
    void whoIsHeldUpByTimeAloneIsExpectedBackWhenNothingOfItHoldsAnyMore() {
        RoutingRules.Rotation once = new RoutingRules.Rotation(
                Method.EVEN,
                null,
                25,
                null,
                new Caps(null, 1, null),
                CountResets.NEVER,
                "office",
                false,
                new Weights(null, BigDecimal.ONE, List.of(new RampStep(1, BigDecimal.ZERO))),
                Map.of());
        roster = Reps.roster(MONDAY_9AM, "ann");
        take("a", once, MONDAY_9AM);
        Instant midnight = Instant.parse("2026-10-20T04:00:00Z");
        assertThat(roster.nextAvailability(MONDAY_9AM, Reps.terms(once))).isEqualTo(midnight);
        state("ann", RepDetails.newBuilder().setStartedOn(LocalDate.parse("2026-10-20")));
        Instant dayAfter = Instant.parse("2026-10-21T04:00:00Z");
        assertThat(roster.nextAvailability(MONDAY_9AM, Reps.terms(once))).isEqualTo(dayAfter);
        roster = roster.with(Reps.away("ann", MONDAY_9AM, "a1", dayAfter, dayAfter.plusSeconds(60), false));
        assertThat(roster.nextAvailability(MONDAY_9AM, Reps.terms(once))).isEqualTo(dayAfter.plusSeconds(60));
    }

    private static RoutingRules.Rotation limits(int capacity, Integer openDeals, Caps caps) {
        return new RoutingRules.Rotation(
                Method.EVEN,
                null,
                capacity,
                openDeals,
                caps,
                CountResets.NEVER,
                "office",
                false,
                Weights.EQUAL,
                Map.of());
    }

    private static Ask asking(String... skills) {
        return new Ask("lead-1", 1, null, null, Set.of(), Set.of(skills), Set.of());
    }

    private static io.revstream.events.RepEvent in(String rep, String zone) {
        return Reps.details(
                rep, LATER, RepDetails.newBuilder().setZone(ZoneId.of(zone).getId()));
    }

    private void state(String rep, RepDetails.Builder details) {
        roster = roster.with(Reps.details(rep, LATER, details));
    }

    private Turn choose(Ask ask, RoutingRules.Rotation rules, Instant at) {
        return Rotation.choose(roster, ask, rules, NEW_YORK, at);
    }

    private String take(String lead, RoutingRules.Rotation rules, Instant at) {
        Turn turn = choose(Reps.anybody(lead), rules, at);
        roster = turn.roster();
        return turn.repId();
    }

    /** Reasons in the order of the roster, as the choice was made. */
    private static List<String> skipped(Turn turn) {
        return turn.candidates().stream().map(Candidate::getSkipped).toList();
    }
}
