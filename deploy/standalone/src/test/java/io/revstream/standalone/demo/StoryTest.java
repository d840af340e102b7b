package io.revstream.standalone.demo;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.LeadAssigned;
import io.revstream.events.RoutingReason;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTest {

    private static final long SEED = 11;
    private static final Instant MONDAY_9AM = Instant.parse("2026-06-08T13:00:00Z");

    private final Offices offices =
            new Offices(Presets.policy("mid-market").calendars().get("office"), Company.zones());

    @Test
    void the_same_seed_tells_the_same_story() {
        assertThat(words(day(SEED))).isEqualTo(words(day(SEED))).isNotEqualTo(words(day(SEED + 1)));
    }

    @Test
    void event_ids_are_told_twice_only_by_producers_that_send_again() {
        List<Happening> day = day(SEED);
        long different = day.stream().map(one -> one.event().get(0)).distinct().count();

        assertThat(different).isLessThan(day.size()).isGreaterThan(day.size() * 95L / 100);
    }

    @Test
    void nothing_is_published_before_it_occurs() {
        assertThat(day(SEED))
                .allSatisfy(one -> assertThat((Instant) one.event().get(1)).isBeforeOrEqualTo(one.at()));
    }

    @Test
    void reps_act_in_their_working_hours_only() {
        List<Happening> answers = new ArrayList<>();
        for (Rep rep : List.of(Company.rep("maria-lopez"), Company.rep("jonas-weber"))) {
            for (int hour = 0; hour < 72; hour++) {
                answers.addAll(new SalesFloor(SEED, offices)
                        .workOn(assigned("lead-" + rep.id() + hour, rep, MONDAY_9AM.plus(Duration.ofHours(hour)), 1)));
            }
        }
        List<ActivityEvent> acts = answers.stream()
                .map(Happening::event)
                .filter(ActivityEvent.class::isInstance)
                .map(ActivityEvent.class::cast)
                .filter(act -> act.getBy() == ActivityBy.REP)
                .toList();

        assertThat(acts).hasSizeGreaterThan(50).allSatisfy(act -> {
            Instant at = act.getOccurredAt();
            assertThat(offices.of(Company.rep(act.getRepId()).zone()).between(at.minusSeconds(60), at.plusSeconds(60)))
                    .as(act.toString())
                    .isPositive();
        });
    }

    @Test
    void a_rep_stops_when_the_lead_is_given_to_somebody_else() {
        SalesFloor floor = new SalesFloor(SEED, offices);
        Rep first = Company.rep("sofia-rossi");
        List<Happening> answers = new ArrayList<>();
        for (int lead = 0; answers.isEmpty(); lead++) {
            answers.addAll(floor.workOn(assigned("lead-" + lead, first, MONDAY_9AM, 1)));
            if (!answers.isEmpty()) {
                assertThat(answers).allMatch(one -> one.stillSo().getAsBoolean());
                floor.workOn(assigned("lead-" + lead, Company.rep("liam-walsh"), MONDAY_9AM.plusSeconds(60), 2));
            }
        }

        assertThat(answers).noneMatch(one -> one.stillSo().getAsBoolean());
    }

    private List<Happening> day(long seed) {
        Demand demand = new Demand(seed, new Company(seed), offices);
        List<Happening> happenings = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            happenings.addAll(demand.hour(hour, MONDAY_9AM.plus(Duration.ofHours(hour))));
        }
        return happenings;
    }

    private static List<String> words(List<Happening> happenings) {
        return happenings.stream()
                .map(one -> one.at() + " " + one.topic().name() + " " + one.key() + " " + one.event())
                .toList();
    }

    private static LeadAssigned assigned(String lead, Rep rep, Instant at, int round) {
        return LeadAssigned.newBuilder()
                .setOccurredAt(at)
                .setLeadId(lead)
                .setAccountId("acc-alder-software")
                .setPass(1)
                .setRound(round)
                .setReason(RoutingReason.PROMOTION)
                .setTeamId(rep.team())
                .setOwnerId(rep.id())
                .setManagerId("manager-" + rep.team())
                .setZone(rep.zone().getId())
                .setMethod("rotation")
                .setPreviousOwnerId(null)
                .setTier(null)
                .setBranches(List.of())
                .setCandidates(List.of())
                .setBecause(Catalogue.ROUTING_ASSIGNMENTS.name())
                .build();
    }
}
