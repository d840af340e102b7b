package io.revstream.sla;

import io.revstream.policy.SlaRules.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a clock and its steps are due. */
final class Timing {

    private final RunningClock clock;
    private final BusinessCalendar calendar;
    private final Course course;
    private final Instant base;
    private final Instant dueAt;

    Timing(RunningClock clock, BusinessCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
        course = new Course(calendar, clock.stills(calendar));
        base = clock.startedAt().plus(clock.systemDelay());
        dueAt = course.plus(base, clock.target());
    }

    Course course() {
        return course;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** When the latest pause ends by itself; null when it was never paused. */
    Instant resumesAt() {
        if (clock.rule().pauses() == null) {
            return null;
        }
        List<Standstill> pauses = Pausing.times(clock.marks(), clock.rule().pauses(), calendar);
        return pauses.isEmpty() ? null : pauses.get(pauses.size() - 1).until();
    }

    /** Steps that have not been reached. One that was reached in the chain of another variant is not reached again. */
    List<DueStep> open() {
        int chain = clock.chain();
        List<Step> steps = clock.chain(chain);
        List<DueStep> open = new ArrayList<>();
        for (int position = 1; position <= steps.size(); position++) {
            Step step = steps.get(position - 1);
            int times = timesReached(step);
            if (times == 0 || step.again() != null) {
                Instant due = due(step, times + 1);
                if (due != null) {
                    open.add(new DueStep(chain, position, times + 1, due));
                }
            }
        }
        open.sort(Comparator.comparing(DueStep::dueAt).thenComparing(DueStep::position));
        return List.copyOf(open);
    }

    /** When a step that was reached would be due as things stand now; null when it does not come any more. */
    Instant dueNow(DueStep reached) {
        return due(clock.step(reached), reached.occurrence());
    }

    private Instant due(Step step, int occurrence) {
        Instant due = course.plus(step.overdue() ? dueAt : base, step.at());
        if (step.again() != null) {
            for (int time = 1; time < occurrence; time++) {
                due = course.plus(due, step.again().every());
            }
            return due.isBefore(course.plus(base, step.again().until())) ? due : null;
        }
        boolean lapsed =
                clock.heldSince() != null && base.isBefore(clock.heldSince()) && due.isBefore(clock.heldSince());
        // Nobody loses a lead that he has just got: what fell due while nobody had it counts from when he got it.
        return step.reassigns() && lapsed ? course.plus(clock.heldSince(), step.at()) : due;
    }

    private int timesReached(Step step) {
        return (int) clock.reached().stream()
                .filter(reached -> clock.step(reached.due()).step().equals(step.step()))
                .count();
    }
}
