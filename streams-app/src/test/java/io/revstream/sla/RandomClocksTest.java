package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.events.StepKind;
import io.revstream.policy.CalendarRules;
import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Acts;
import io.revstream.policy.SlaRules.Again;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Pauses;
import io.revstream.policy.SlaRules.Restarts;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Stops;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.policy.Span;
import io.revstream.sla.MinuteModel.Happened;
import io.revstream.sla.MinuteModel.Rule;
import io.revstream.sla.MinuteModel.Said;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random clocks, events and times, against a model that counts minute by minute. */
class RandomClocksTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");
    private static final int HORIZON = 14 * MinuteModel.DAY;
    private static final int MOST_PAUSED = 6 * 60;
    private static final int WALKS = 2000;
    private static final int NEAR = 3;

    private static final CalendarRules OFFICE = new CalendarRules(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            new CalendarRules.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
            ZoneOffset.UTC,
            true,
            true,
            null,
            Set.of());

    /** Something that is reported, perhaps later than it happened. */
    private record Report(Happened event, int at) {}

    /** One walk: a clock, what happened, and what became of it. */
    private static final class Walk {

        private final Random random;
        private final int start;
        private final List<Rule> rules = new ArrayList<>();
        private final List<Happened> happened = new ArrayList<>();
        private final boolean[] away = new boolean[HORIZON];
        private final Map<Integer, Assignee> changes = new TreeMap<>();
        private final Map<Said, Integer> standing = new TreeMap<>();
        private final Map<Said, Integer> saidAt = new TreeMap<>();
        private final SlaTerms terms;
        private SlaClocks clocks = SlaClocks.NONE;
        private int withdrawn;

        Walk(long seed) {
            random = new Random(seed);
            start = random.nextInt(4 * MinuteModel.DAY);
            rules();
            happenings();
            absences();
            terms = new SlaTerms(new SlaRules(List.of(clock())), Map.of("office", OFFICE));
        }

        private void rules() {
            int steps = 1 + random.nextInt(3);
            for (int i = 0; i < steps; i++) {
                boolean business = random.nextBoolean();
                boolean again = random.nextInt(4) == 0;
                int minutes = 1 + random.nextInt(business ? 900 : 3000);
                rules.add(new Rule(
                        "step-" + i,
                        minutes,
                        business,
                        again ? 100 + random.nextInt(400) : 0,
                        again ? minutes + 1 + random.nextInt(1500) : 0));
            }
        }

        private void happenings() {
            Set<Integer> minutes = new TreeSet<>();
            int count = random.nextInt(7);
            while (minutes.size() < count) {
                int minute = start + 1 + random.nextInt(4 * MinuteModel.DAY);
                minutes.add(minute);
                minutes.add(minute + 1 + random.nextInt(NEAR));
            }
            for (int minute : minutes) {
                happened.add(new Happened(
                        List.of("CALL", "EMAIL", "AGREED", "AGREED", "DUE").get(random.nextInt(5)), minute));
            }
        }

        /** Each change of the absences holds from when it is known on: what lies behind stays. */
        private void absences() {
            int count = random.nextInt(3);
            for (int i = 0, at = start; i < count; i++) {
                at += random.nextInt(MinuteModel.DAY);
                int from = at + random.nextInt(MinuteModel.DAY);
                int until = from + 1 + random.nextInt(2 * MinuteModel.DAY);
                for (int minute = at; minute < HORIZON; minute++) {
                    away[minute] = minute >= from && minute < until;
                }
                changes.put(at, who(List.of(Standstill.absence(instant(from), instant(until)))));
            }
        }

        private Clock clock() {
            return new Clock(
                    "clock",
                    Subject.LEAD,
                    List.of(),
                    null,
                    "office",
                    Starts.with(Start.PROMOTION),
                    Stops.with(Set.of("CALL"), null),
                    new Restarts(new Acts(Set.of("EMAIL"), null), false),
                    new Pauses(Set.of("AGREED"), Set.of("DUE"), Span.parse(MOST_PAUSED + "min")),
                    true,
                    Span.parse("5h"),
                    List.of(),
                    rules.stream().map(Walk::step).toList(),
                    0);
        }

        /** Spans have no business minutes, so business time is in whole hours; see {@link #ruled}. */
        private static Step step(Rule rule) {
            return new Step(
                    rule.name(),
                    span(rule.minutes(), rule.business()),
                    false,
                    rule.every() == 0
                            ? null
                            : new Again(span(rule.every(), rule.business()), span(rule.until(), rule.business())),
                    Says.WARNED,
                    "manager",
                    null,
                    List.of());
        }

        private static Span span(int minutes, boolean business) {
            return business ? new Span(Math.max(1, minutes / 60), Span.Unit.BH) : new Span(minutes, Span.Unit.MIN);
        }

        /** The rules with business time in whole hours, as a policy has it. */
        private List<Rule> ruled() {
            return rules.stream()
                    .map(rule -> rule.business()
                            ? new Rule(
                                    rule.name(),
                                    hours(rule.minutes()),
                                    true,
                                    rule.every() == 0 ? 0 : hours(rule.every()),
                                    hours(rule.until()))
                            : rule)
                    .toList();
        }

        private static int hours(int minutes) {
            return Math.max(1, minutes / 60) * 60;
        }

        List<Report> reported(int latest) {
            return happened.stream()
                    .map(one -> new Report(one, one.at() + (latest == 0 ? 0 : random.nextInt(latest))))
                    .sorted(Comparator.comparingInt(Report::at))
                    .toList();
        }

        Map<Said, Integer> truth() {
            Map<Said, Integer> truth = new MinuteModel(ruled(), happened, MOST_PAUSED, away).said(start);
            truth.values().removeIf(due -> due >= HORIZON - 1);
            return truth;
        }

        /** Whether two instants are near and nothing else happens between them. */
        boolean isQuiet(int first, int second) {
            return second - first <= NEAR
                    && changes.keySet().stream().noneMatch(at -> at >= first && at <= second)
                    && standing.values().stream().noneMatch(at -> at >= first && at <= second);
        }

        void live(List<Report> reports) {
            take(clocks.promoted(terms, 1, instant(start)));
            take(clocks.assigned(terms, 1, 1, who(List.of()), instant(start)));
            Map<Integer, Assignee> left = new TreeMap<>(changes);
            for (Report report : reports) {
                change(left, report.at());
                wakeBefore(report.at());
                take(clocks.contacted(terms, contact(report.event())));
            }
            change(left, HORIZON - 1);
            wakeBefore(HORIZON - 1);
        }

        private void change(Map<Integer, Assignee> left, int until) {
            List<Integer> due = left.keySet().stream().filter(at -> at <= until).toList();
            for (int at : due) {
                wakeBefore(at);
                take(clocks.changed(terms, 1, left.remove(at), instant(at)));
            }
        }

        private void wakeBefore(int minute) {
            for (Instant due = clocks.nextDue(); due != null && due.isBefore(instant(minute)); due = clocks.nextDue()) {
                take(clocks.due(terms, due));
            }
        }

        private void take(Progress progress) {
            clocks = stored(progress.clocks());
            for (SlaOutcome outcome : progress.outcomes()) {
                if (outcome instanceof StepReached step) {
                    said(step);
                }
            }
        }

        private void said(StepReached step) {
            Said key = new Said(
                    minute(step.clock().startedAt()),
                    step.step().step(),
                    step.due().occurrence());
            if (step.kind() == StepKind.WITHDRAWN) {
                assertThat(standing.remove(key)).as("withdrawn: %s", key).isNotNull();
                withdrawn++;
            } else {
                assertThat(standing.put(key, minute(step.due().dueAt())))
                        .as("said twice: %s", key)
                        .isNull();
                assertThat(step.saidAt()).isAfterOrEqualTo(step.due().dueAt());
                saidAt.put(key, minute(step.saidAt()));
            }
        }
    }

    @Test
    @Tag("SLA-36")
    void what_is_reported_at_once_leaves_exactly_the_steps_of_the_model_at_their_minutes() {
        int steps = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Walk walk = new Walk(seed);
            walk.live(walk.reported(0));
            assertThat(walk.standing).as("seed %d", seed).isEqualTo(walk.truth());
            steps += walk.standing.size();
        }
        assertThat(steps).isGreaterThan(WALKS);
    }

    /** Steps that were over before anybody could know of them are not said afterwards. */
    @Test
    void what_is_reported_late_leaves_no_step_that_it_shows_to_be_wrong() {
        int withdrawn = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Walk walk = new Walk(seed);
            walk.live(walk.reported(MinuteModel.DAY));
            Map<Said, Integer> truth = walk.truth();
            for (Said said : walk.standing.keySet()) {
                assertThat(truth).as("seed %d: %s", seed, said).containsKey(said);
                assertThat(walk.saidAt.get(said))
                        .as("seed %d: never early, %s", seed, said)
                        .isGreaterThanOrEqualTo(truth.get(said));
            }
            withdrawn += walk.withdrawn;
        }
        assertThat(withdrawn).isGreaterThan(WALKS / 10);
    }

    @Test
    void neighbours_may_be_reported_in_either_order() {
        int swapped = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Walk inOrder = new Walk(seed);
            List<Report> reports = inOrder.reported(0);
            inOrder.live(reports);
            for (int i = 0; i + 1 < reports.size(); i++) {
                if (inOrder.isQuiet(reports.get(i).at(), reports.get(i + 1).at())) {
                    Walk reverse = new Walk(seed);
                    reverse.live(swapped(reports, i));
                    assertThat(reverse.clocks.running())
                            .as("seed %d, %d", seed, i)
                            .isEqualTo(inOrder.clocks.running());
                    assertThat(reverse.standing).as("seed %d, %d", seed, i).isEqualTo(inOrder.standing);
                    swapped++;
                }
            }
        }
        assertThat(swapped).isGreaterThan(WALKS / 2);
    }

    private static List<Report> swapped(List<Report> reports, int i) {
        List<Report> swapped = new ArrayList<>(reports);
        swapped.set(i, reports.get(i + 1));
        swapped.set(i + 1, new Report(reports.get(i).event(), reports.get(i + 1).at()));
        return swapped;
    }

    private static Assignee who(List<Standstill> times) {
        return new Assignee("ann", "max", "east", null, WorkingTime.in(ZoneId.of("UTC")), times);
    }

    private static Contact contact(Happened event) {
        return new Contact(event.kind(), ActivityBy.REP, instant(event.at()), "event-" + event.at());
    }

    private static Instant instant(int minute) {
        return MONDAY.plus(Duration.ofMinutes(minute));
    }

    private static int minute(Instant instant) {
        return (int) Duration.between(MONDAY, instant).toMinutes();
    }

    private static SlaClocks stored(SlaClocks clocks) {
        StateWriter out = new StateWriter();
        clocks.write(out);
        StateReader in = new StateReader(out.toBytes());
        SlaClocks read = SlaClocks.read(in);
        in.end();
        assertThat(read).isEqualTo(clocks);
        return read;
    }
}
