package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {

    private static final Instant TUESDAY = MONDAY_9AM.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY_9AM.plus(Duration.ofDays(2));
    private static final Instant THURSDAY = MONDAY_9AM.plus(Duration.ofDays(3));
    private static final RoutingRules.Team EAST = new RoutingRules.Team("Team East", NEW_YORK, "manager-east");
    private static final TeamTerms TERMS = Reps.terms(Reps.rules(25, CountResets.NEVER));

    @Test
    void of_two_statements_the_later_one_holds_in_either_order_of_arrival() {
        List<RepEvent> events = new ArrayList<>(List.of(
                Reps.joined("ann", MONDAY_9AM),
                Reps.details(
                        "ann", TUESDAY, RepDetails.newBuilder().setCapacity(3).setZone("Europe/London")),
                Reps.details(
                        "ann", TUESDAY.plusMillis(1), RepDetails.newBuilder().setCapacity(5)),
                Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, WEDNESDAY, false),
                Reps.away("ann", MONDAY_9AM.plusMillis(1), "a1", TUESDAY, THURSDAY, false)));
        Roster inOrder = after(events);
        Rep ann = inOrder.reps().get("ann");
        assertThat(ann.zone(EAST).getId()).isEqualTo("Europe/London");
        assertThat(ann.manager(EAST)).isEqualTo("manager-east");
        assertThat(ann.absent(WEDNESDAY)).isTrue();
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(after(events)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void statements_of_one_instant_are_ordered_by_their_event_ids() {
        RepEvent five = RepEvent.newBuilder(
                        Reps.details("ann", TUESDAY, RepDetails.newBuilder().setCapacity(5)))
                .setEventId("a")
                .build();
        RepEvent six = RepEvent.newBuilder(
                        Reps.details("ann", TUESDAY, RepDetails.newBuilder().setCapacity(6)))
                .setEventId("b")
                .build();
        assertThat(after(List.of(five, six))).isEqualTo(after(List.of(six, five)));
    }

    @Test
    void a_withdrawn_absence_is_none() {
        Roster roster = after(List.of(
                Reps.joined("ann", MONDAY_9AM),
                Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, THURSDAY, false),
                Reps.away("ann", MONDAY_9AM.plusMillis(1), "a1", TUESDAY, THURSDAY, true)));
        assertThat(roster.reps().get("ann").absent(WEDNESDAY)).isFalse();
        assertThat(roster.nextAvailability(WEDNESDAY, TERMS)).isNull();
    }

    @Test
    void a_rep_of_whom_only_an_absence_is_known_has_not_joined() {
        Roster roster = after(List.of(Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, THURSDAY, false)));
        assertThat(roster.reps().get("ann").active()).isFalse();
    }

    @Test
    void somebody_is_available_when_the_last_of_overlapping_absences_ends() {
        Roster roster = after(List.of(
                Reps.joined("ann", MONDAY_9AM),
                Reps.joined("bob", MONDAY_9AM),
                Reps.away("ann", MONDAY_9AM, "a1", MONDAY_9AM, TUESDAY, false),
                Reps.away("ann", MONDAY_9AM, "a2", TUESDAY, WEDNESDAY, false),
                Reps.away("bob", MONDAY_9AM, "b1", MONDAY_9AM, THURSDAY, false)));
        assertThat(roster.nextAvailability(MONDAY_9AM, TERMS)).isEqualTo(WEDNESDAY);
        assertThat(roster.nextAvailability(WEDNESDAY, TERMS)).isEqualTo(THURSDAY);
        assertThat(roster.nextAvailability(THURSDAY, TERMS)).isNull();
    }

    @Test
    void absences_long_past_are_forgotten() {
        Roster roster = after(List.of(
                Reps.away("ann", MONDAY_9AM, "a1", MONDAY_9AM, TUESDAY, false),
                Reps.away(
                        "ann",
                        TUESDAY.plus(Duration.ofDays(31)),
                        "a2",
                        MONDAY_9AM,
                        THURSDAY.plus(Duration.ofDays(40)),
                        false)));
        assertThat(roster.reps().get("ann").absences()).containsOnlyKeys("a2");
    }

    @Test
    void a_release_takes_the_lead_off_the_desk_once() {
        Roster roster = Rotation.choose(
                        Reps.roster(MONDAY_9AM, "ann"),
                        Reps.anybody("lead-1"),
                        Reps.rules(5, CountResets.NEVER),
                        NEW_YORK,
                        TUESDAY)
                .roster();
        assertThat(roster.released("ann", "lead-1", 0)).isEqualTo(roster);
        assertThat(roster.released("bob", "lead-1", 1)).isEqualTo(roster);
        Roster released = roster.released("ann", "lead-1", 1);
        assertThat(released.reps().get("ann").open()).isEmpty();
        assertThat(released.released("ann", "lead-1", 1)).isEqualTo(released);
    }

    @Test
    void an_event_that_cannot_be_taken_is_refused_with_what_was_expected() {
        assertThat(Roster.refusal(Reps.joined("ann", MONDAY_9AM))).isNull();
        assertThat(Roster.refusal(Reps.joined(" ", MONDAY_9AM))).isEqualTo("Expected a repId, but it is blank");
        assertThat(Roster.refusal(
                        Reps.details("ann", MONDAY_9AM, RepDetails.newBuilder().setCapacity(-1))))
                .isEqualTo("Expected a capacity of zero or more, but it is -1");
        assertThat(Roster.refusal(
                        Reps.details("ann", MONDAY_9AM, RepDetails.newBuilder().setWeight(Double.NaN))))
                .isEqualTo("Expected a weight above zero and at most 100, but it is NaN");
        assertThat(Roster.refusal(Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, TUESDAY, false)))
                .startsWith("Expected an absence that ends after it begins, but it lasts from");
        assertThat(Roster.refusal(RepEvent.newBuilder(Reps.joined("ann", MONDAY_9AM))
                        .setDetails(null)
                        .build()))
                .isEqualTo("Expected either details or an absence of rep ann, but got neither");
    }

    @Test
    void a_roster_comes_back_equal_from_its_stored_form() {
        RepDetails.Builder full = RepDetails.newBuilder()
                .setName("Ann Able")
                .setEmail("ann@example.com")
                .setManagerId("max")
                .setZone("Asia/Kolkata")
                .setCapacity(7)
                .setWeight(0.5)
                .setSkills(List.of("german", "banking"));
        Roster roster = after(List.of(
                Reps.joined("bob", MONDAY_9AM),
                Reps.details("ann", MONDAY_9AM, full),
                Reps.away("ann", MONDAY_9AM, "a1", TUESDAY, THURSDAY, true)));
        roster = Rotation.choose(roster, Reps.anybody("lead-1"), Reps.rules(5, CountResets.WEEKLY), NEW_YORK, TUESDAY)
                .roster();
        StateWriter out = new StateWriter();
        roster.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(Roster.read(in)).isEqualTo(roster);
        in.end();
    }

    private static Roster after(List<RepEvent> events) {
        Roster roster = Roster.EMPTY;
        for (RepEvent event : events) {
            roster = roster.with(event);
        }
        return roster;
    }
}
