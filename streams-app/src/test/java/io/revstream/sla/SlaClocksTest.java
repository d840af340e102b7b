package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.events.ClockChange;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.StopEvent;
import io.revstream.policy.SlaRules.Stops;
import io.revstream.policy.Span;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlaClocksTest {

    // New York: the office opens at 13:00Z in October.
    private static final Instant FRIDAY_4PM = Instant.parse("2026-10-16T20:00:00Z");
    private static final Instant FRIDAY_430PM = Instant.parse("2026-10-16T20:30:00Z");
    private static final Instant MONDAY_9AM = Instant.parse("2026-10-19T13:00:00Z");
    private static final Instant MONDAY_10AM = Instant.parse("2026-10-19T14:00:00Z");
    private static final Instant MONDAY_11AM = Instant.parse("2026-10-19T15:00:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-10-19T16:00:00Z");
    private static final Instant MONDAY_2PM = Instant.parse("2026-10-19T18:00:00Z");
    private static final Instant MONDAY_4PM = Instant.parse("2026-10-19T20:00:00Z");
    private static final Instant TUESDAY_9AM = Instant.parse("2026-10-20T13:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    private static final SlaTerms TERMS = terms(firstContact(Start.PROMOTION), queueClock());
    private static final Assignee ANN = new Assignee("ann", "max", "east", Offices.NEW_YORK);
    private static final Assignee BOB = new Assignee("bob", "max", "east", Offices.NEW_YORK);
    private static final Assignee LIZ = new Assignee("liz", "max", "international", Offices.LONDON);
    private static final Assignee EAST_QUEUE = new Assignee(null, "max", "east", Offices.NEW_YORK);

    private final List<SlaOutcome> outcomes = new ArrayList<>();
    private SlaClocks clocks = SlaClocks.NONE;

    @Test
    @Tag("SLA-36")
    void a_contact_in_time_meets_the_clock_and_nothing_is_left_to_wake_up_for() {
        promotedAndAssigned(ANN);
        assertThat(clocks.nextDue()).isEqualTo(MONDAY_11AM);

        contacted("CALL", MONDAY_10AM);

        ClockMoved met = (ClockMoved) last();
        assertThat(met.change()).isEqualTo(ClockChange.MET);
        assertThat(met.late()).isFalse();
        assertThat(met.clock().dueAt()).isEqualTo(MONDAY_NOON);
        assertThat(met.workingMillis()).isEqualTo(2 * 3_600_000);
        assertNothingRuns();
        outcomes.clear();
        take(clocks.due(TERMS, LATER));
        assertThat(outcomes).isEmpty();
    }

    @Test
    @Tag("SLA-34")
    void the_chain_warns_the_owner_then_tells_the_manager_then_takes_the_lead_away() {
        promotedAndAssigned(ANN);
        outcomes.clear();

        wakeUntil(MONDAY_4PM);

        assertThat(steps())
                .containsExactly(
                        "reminder WARNED owner",
                        "overdue BREACHED owner",
                        "manager BREACHED manager",
                        "reassign BREACHED manager");
        assertThat(outcomes.stream()
                        .filter(StepReached.class::isInstance)
                        .map(o -> ((StepReached) o).due().dueAt()))
                .containsExactly(MONDAY_11AM, MONDAY_NOON, MONDAY_2PM, MONDAY_4PM);
        SlaStepReached overdue = (SlaStepReached) outcomes.get(1).event("lead-1");
        assertThat(overdue.getRecipientId()).isEqualTo("ann");
        assertThat(overdue.getAwaited()).containsExactly("CALL", "EMAIL_SENT");
        assertThat(overdue.getBecause())
                .isEqualTo(
                        "no CALL, EMAIL_SENT by REP since 2026-10-16T20:00:00Z; first-contact is due at 2026-10-19T16:00:00Z");
        assertThat(((SlaStepReached) outcomes.get(3).event("lead-1")).getAction())
                .isEqualTo("REASSIGN");
        assertThat(((ClockMoved) last()).change()).isEqualTo(ClockChange.STOPPED);
        assertNothingRuns();
    }

    @Test
    @Tag("SLA-36")
    void a_contact_at_the_deadline_itself_is_in_time_and_one_after_it_is_late() {
        promotedAndAssigned(ANN);
        contacted("CALL", MONDAY_NOON);
        assertThat(((ClockMoved) last()).late()).isFalse();

        restart();
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_NOON);
        contacted("CALL", MONDAY_NOON.plusMillis(1));
        assertThat(((ClockMoved) last()).late()).isTrue();
        assertThat(steps()).containsExactly("reminder WARNED owner", "overdue BREACHED owner");
        assertNothingRuns();
    }

    @Test
    void only_what_the_clock_waits_for_stops_it() {
        promotedAndAssigned(ANN);
        outcomes.clear();
        take(clocks.contacted(TERMS, new Contact("CALL", ActivityBy.PROSPECT, MONDAY_10AM, "e1")));
        contacted("NOTE", MONDAY_10AM);
        contacted("CALL", FRIDAY_4PM.minusMillis(1));
        assertThat(outcomes).isEmpty();
        assertThat(clocks.nextDue()).isEqualTo(MONDAY_11AM);
    }

    @Test
    void evidence_that_arrives_late_takes_back_the_steps_that_it_would_have_prevented() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_NOON);
        outcomes.clear();

        contacted("CALL", MONDAY_11AM.plusMillis(1));

        assertThat(steps()).containsExactly("overdue WITHDRAWN owner");
        SlaStepReached withdrawn = (SlaStepReached) outcomes.get(0).event("lead-1");
        assertThat(withdrawn.getEvidence()).isEqualTo("CALL@" + MONDAY_11AM.plusMillis(1));
        SlaClockChanged met = (SlaClockChanged) last().event("lead-1");
        assertThat(met.getChange()).isEqualTo(ClockChange.MET);
        assertThat(met.getLate()).isFalse();
        assertThat(met.getMetAt()).isEqualTo(MONDAY_11AM.plusMillis(1));
        assertNothingRuns();
    }

    @Test
    void evidence_from_before_a_later_contact_corrects_the_verdict_once() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_NOON);
        contacted("CALL", MONDAY_2PM);
        outcomes.clear();

        contacted("EMAIL_SENT", MONDAY_10AM);
        assertThat(steps()).containsExactly("reminder WITHDRAWN owner", "overdue WITHDRAWN owner");
        assertThat(((ClockMoved) last()).metAt()).isEqualTo(MONDAY_10AM);

        outcomes.clear();
        contacted("CALL", MONDAY_11AM);
        contacted("EMAIL_SENT", MONDAY_10AM);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void contacts_in_either_order_leave_the_same_verdict() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_NOON);
        SlaClocks before = clocks;
        contacted("CALL", MONDAY_10AM);
        contacted("CALL", MONDAY_2PM);
        SlaClocks inOrder = clocks;
        clocks = before;
        contacted("CALL", MONDAY_2PM);
        contacted("CALL", MONDAY_10AM);
        assertThat(clocks).isEqualTo(inOrder);
    }

    @Test
    void a_contact_that_overtakes_the_start_of_its_clock_meets_it() {
        contacted("CALL", FRIDAY_430PM);
        promotedAndAssigned(ANN);
        assertThat(outcomes).extracting(o -> ((ClockMoved) o).change()).contains(ClockChange.STARTED, ClockChange.MET);
        SlaClocks overtaken = clocks;
        assertNothingRuns();

        restart();
        promotedAndAssigned(ANN);
        contacted("CALL", FRIDAY_430PM);
        assertThat(clocks.nextDue()).isEqualTo(overtaken.nextDue());
        assertThat(clocks.running()).isEqualTo(overtaken.running());
    }

    @Test
    void after_a_reassignment_the_new_owner_gets_a_fresh_clock_and_the_chain_ends_with_the_manager() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_4PM);
        take(clocks.assigned(TERMS, 1, 2, BOB, TUESDAY_9AM));
        RunningClock second = clocks.running().get(0);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.startedAt()).isEqualTo(TUESDAY_9AM);
        assertThat(second.stepsDone()).isZero();

        outcomes.clear();
        wakeUntil(LATER);
        StepReached end = outcomes.stream()
                .filter(StepReached.class::isInstance)
                .map(StepReached.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(end.step().step()).isEqualTo("reassign");
        assertThat(end.reassigns()).isFalse();
        assertThat(end.recipientRole()).isEqualTo("manager");
        assertThat(end.because()).endsWith("; reassignments so far: 1");
        assertThat(clocks.nextDue()).isNull();

        contacted("CALL", LATER);
        assertThat(((ClockMoved) last()).late()).isTrue();
        assertNothingRuns();
    }

    @Test
    void late_evidence_also_reaches_a_clock_that_was_reassigned_and_withdraws_the_next() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_4PM);
        take(clocks.assigned(TERMS, 1, 2, BOB, TUESDAY_9AM));
        outcomes.clear();

        contacted("CALL", MONDAY_10AM);

        assertThat(steps())
                .containsExactly(
                        "reminder WITHDRAWN owner",
                        "overdue WITHDRAWN owner",
                        "manager WITHDRAWN manager",
                        "reassign WITHDRAWN manager");
        assertThat(outcomes.stream().filter(ClockMoved.class::isInstance).map(o -> ((ClockMoved) o).change()))
                .containsExactly(ClockChange.MET, ClockChange.WITHDRAWN);
        assertThat(clocks.due(TERMS, LATER).reassignment()).isNull();
        assertNothingRuns();
    }

    @Test
    void late_evidence_before_the_new_owner_is_known_leaves_him_without_a_clock() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_4PM);
        contacted("CALL", MONDAY_10AM);
        outcomes.clear();
        take(clocks.assigned(TERMS, 1, 2, BOB, TUESDAY_9AM));
        assertThat(outcomes).isEmpty();
        assertNothingRuns();
    }

    @Test
    void the_owners_business_hours_count_once_he_is_known() {
        take(clocks.promoted(TERMS, 1, FRIDAY_4PM));
        assertThat(clocks.running().get(0).dueAt()).isEqualTo(MONDAY_NOON);

        take(clocks.assigned(TERMS, 1, 1, LIZ, FRIDAY_4PM.plusSeconds(1)));

        // In London it is Friday 21:00: four business hours end on Monday at 13:00 there.
        ClockMoved moved = (ClockMoved) last();
        assertThat(moved.change()).isEqualTo(ClockChange.RESCHEDULED);
        assertThat(moved.clock().dueAt()).isEqualTo(Instant.parse("2026-10-19T12:00:00Z"));
        assertThat(clocks.nextDue()).isEqualTo(Instant.parse("2026-10-19T11:00:00Z"));
    }

    @Test
    void no_step_falls_due_before_the_owner_who_brings_it_is_known() {
        take(clocks.promoted(TERMS, 1, FRIDAY_4PM));
        take(clocks.assigned(TERMS, 1, 1, LIZ, MONDAY_9AM));
        assertThat(clocks.running().get(0).dueAt()).isEqualTo(Instant.parse("2026-10-19T12:00:00Z"));
        assertThat(clocks.nextDue()).isEqualTo(MONDAY_9AM);
        assertThat(clocks.running().get(0).open()).isSortedAccordingTo(Comparator.comparing(DueStep::dueAt));
    }

    @Test
    @Tag("SLA-23")
    void a_queued_lead_has_a_clock_of_one_business_hour_that_an_assignment_stops() {
        take(clocks.promoted(TERMS, 1, FRIDAY_4PM));
        take(clocks.queued(TERMS, 1, 1, EAST_QUEUE, FRIDAY_430PM));
        RunningClock queue = clocks.running().stream()
                .filter(c -> c.name().equals("queue"))
                .findFirst()
                .orElseThrow();
        assertThat(queue.dueAt()).isEqualTo(Instant.parse("2026-10-19T13:30:00Z"));

        wakeUntil(queue.dueAt());
        SlaStepReached overdue = (SlaStepReached) last().event("lead-1");
        assertThat(overdue.getKind()).isEqualTo(StepKind.BREACHED);
        assertThat(overdue.getRecipientId()).isEqualTo("max");
        assertThat(overdue.getOwnerId()).isNull();

        outcomes.clear();
        take(clocks.assigned(TERMS, 1, 1, ANN, MONDAY_10AM));
        ClockMoved met = (ClockMoved) outcomes.get(0);
        assertThat(met.clock().name()).isEqualTo("queue");
        assertThat(met.late()).isTrue();
        assertThat(clocks.running()).extracting(RunningClock::name).containsExactly("first-contact");
    }

    @Test
    void a_lead_queued_in_a_later_round_waits_on_a_clock_of_its_own() {
        take(clocks.promoted(TERMS, 1, FRIDAY_4PM));
        take(clocks.queued(TERMS, 1, 1, EAST_QUEUE, FRIDAY_4PM));
        take(clocks.assigned(TERMS, 1, 1, ANN, FRIDAY_430PM));
        wakeUntil(MONDAY_4PM);
        take(clocks.queued(TERMS, 1, 2, EAST_QUEUE, MONDAY_4PM));
        assertThat(clocks.running()).extracting(RunningClock::name).containsExactly("queue");
        take(clocks.assigned(TERMS, 1, 2, BOB, TUESDAY_9AM));
        assertThat(clocks.running()).extracting(RunningClock::name).containsExactly("first-contact");
    }

    @Test
    void a_clock_that_starts_with_the_assignment_waits_for_it() {
        SlaTerms terms = terms(firstContact(Start.ASSIGNMENT));
        take(clocks.promoted(terms, 1, FRIDAY_4PM));
        assertNothingRuns();
        take(clocks.assigned(terms, 1, 1, ANN, MONDAY_9AM));
        assertThat(clocks.running().get(0).dueAt()).isEqualTo(MONDAY_9AM.plusSeconds(4 * 3600));
    }

    @Test
    void what_is_cancelled_leaves_nothing_running_but_still_yields_to_evidence_from_before() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_NOON);
        outcomes.clear();
        take(clocks.cancelled(TERMS, "rejected", MONDAY_2PM));
        assertThat(((ClockMoved) last()).because()).isEqualTo("rejected");
        assertNothingRuns();

        outcomes.clear();
        contacted("CALL", MONDAY_4PM);
        assertThat(outcomes).isEmpty();
        contacted("CALL", MONDAY_10AM);
        assertThat(steps()).containsExactly("reminder WITHDRAWN owner", "overdue WITHDRAWN owner");
    }

    @Test
    void a_new_pass_voids_the_clocks_of_the_one_before_and_starts_afresh() {
        promotedAndAssigned(ANN);
        wakeUntil(MONDAY_4PM);
        take(clocks.assigned(TERMS, 1, 2, BOB, TUESDAY_9AM));
        outcomes.clear();
        take(clocks.promoted(TERMS, 2, LATER));
        assertThat(outcomes)
                .extracting(o -> ((ClockMoved) o).change())
                .containsExactly(ClockChange.STOPPED, ClockChange.STARTED);
        assertThat(clocks.reassigned()).isZero();
        assertThat(clocks.running()).hasSize(1);
        take(clocks.assigned(TERMS, 1, 3, ANN, LATER));
        assertThat(clocks.running()).extracting(RunningClock::pass).containsExactly(2);
    }

    @Test
    void steps_of_mixed_units_fall_due_in_the_order_of_time() {
        SlaRules.Clock mixed = new SlaRules.Clock(
                "mixed",
                "office",
                Starts.with(Start.PROMOTION),
                Stops.with(Set.of("CALL"), null),
                Span.parse("4bh"),
                List.of(
                        new Step("manager", Span.parse("4bh"), Says.BREACHED, "manager", false),
                        new Step("escalate", Span.parse("48h"), Says.BREACHED, "team", false)),
                0);
        SlaTerms terms = terms(mixed);
        take(clocks.promoted(terms, 1, FRIDAY_4PM));
        take(clocks.due(terms, MONDAY_NOON));
        assertThat(outcomes.stream()
                        .filter(StepReached.class::isInstance)
                        .map(o -> ((StepReached) o).due().position()))
                .containsExactly(2, 1);
    }

    @Test
    void the_same_inputs_twice_change_nothing_the_second_time() {
        promotedAndAssigned(ANN);
        SlaClocks once = clocks;
        promotedAndAssigned(ANN);
        assertThat(clocks).isEqualTo(once);
    }

    @Test
    void any_walk_comes_back_equal_from_its_stored_form_and_stops_for_good_with_a_contact() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            clocks = SlaClocks.NONE;
            Instant now = FRIDAY_4PM;
            int round = 1;
            take(clocks.promoted(TERMS, 1, now));
            for (int i = 0; i < 12; i++) {
                now = now.plusSeconds(random.nextInt(8 * 3600));
                wakeUntil(now);
                switch (random.nextInt(4)) {
                    case 0 -> take(clocks.queued(TERMS, 1, round, EAST_QUEUE, now));
                    case 1 -> take(clocks.assigned(TERMS, 1, round++, random.nextBoolean() ? BOB : LIZ, now));
                    case 2 ->
                        contacted(random.nextBoolean() ? "CALL" : "NOTE", now.minusSeconds(random.nextInt(20 * 3600)));
                    default -> wakeUntil(now);
                }
                assertThat(stored(clocks)).as("seed %d", seed).isEqualTo(clocks);
                assertThat(clocks.nextDue() == null || !clocks.nextDue().isBefore(now))
                        .as("seed %d", seed)
                        .isTrue();
            }
            take(clocks.assigned(TERMS, 1, round, ANN, now));
            contacted("CALL", now);
            assertThat(clocks.running()).as("seed %d", seed).isEmpty();
        }
    }

    private static SlaClocks stored(SlaClocks clocks) {
        StateWriter out = new StateWriter();
        clocks.write(out);
        StateReader in = new StateReader(out.toBytes());
        SlaClocks read = SlaClocks.read(in);
        in.end();
        return read;
    }

    private void promotedAndAssigned(Assignee owner) {
        take(clocks.promoted(TERMS, 1, FRIDAY_4PM));
        take(clocks.assigned(TERMS, 1, 1, owner, FRIDAY_4PM));
    }

    private void contacted(String kind, Instant occurredAt) {
        take(clocks.contacted(TERMS, new Contact(kind, ActivityBy.REP, occurredAt, kind + "@" + occurredAt)));
    }

    /** As the shell does: each wake-up at the instant asked for. */
    private void wakeUntil(Instant until) {
        for (Instant due = clocks.nextDue(); due != null && !due.isAfter(until); due = clocks.nextDue()) {
            take(clocks.due(TERMS, due));
        }
    }

    private void take(Progress progress) {
        clocks = progress.clocks();
        outcomes.addAll(progress.outcomes());
    }

    private void restart() {
        clocks = SlaClocks.NONE;
        outcomes.clear();
    }

    private SlaOutcome last() {
        return outcomes.get(outcomes.size() - 1);
    }

    private List<String> steps() {
        return outcomes.stream()
                .filter(StepReached.class::isInstance)
                .map(StepReached.class::cast)
                .map(s -> s.step().step() + " " + s.kind() + " " + s.recipientRole())
                .toList();
    }

    private void assertNothingRuns() {
        assertThat(clocks.running()).isEmpty();
        assertThat(clocks.nextDue()).isNull();
    }

    private static SlaTerms terms(SlaRules.Clock... clocks) {
        return new SlaTerms(new SlaRules(List.of(clocks)), Map.of("office", Offices.office()));
    }

    private static SlaRules.Clock firstContact(Start start) {
        return new SlaRules.Clock(
                "first-contact",
                "office",
                Starts.with(start),
                Stops.with(Set.of("CALL", "EMAIL_SENT"), ActivityBy.REP),
                Span.parse("4bh"),
                List.of(
                        new Step("reminder", Span.parse("3bh"), Says.WARNED, "owner", false),
                        new Step("overdue", Span.parse("4bh"), Says.BREACHED, "owner", false),
                        new Step("manager", Span.parse("6bh"), Says.BREACHED, "manager", false),
                        new Step("reassign", Span.parse("8bh"), Says.BREACHED, "manager", true)),
                1);
    }

    private static SlaRules.Clock queueClock() {
        return new SlaRules.Clock(
                "queue",
                "office",
                Starts.with(Start.QUEUED),
                Stops.with(StopEvent.ASSIGNED),
                Span.parse("1bh"),
                List.of(new Step("queue-overdue", Span.parse("1bh"), Says.BREACHED, "manager", false)),
                0);
    }
}
