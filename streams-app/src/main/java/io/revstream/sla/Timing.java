package io.revstream.sla;

import io.revstream.policy.SlaRules.Again;
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
        DueStep told = lastLapsed();
        List<DueStep> open = new ArrayList<>();
        for (int position = 1; position <= clock.chain(clock.chain()).size(); position++) {
            DueStep next = next(position);
            while (next != null && waited(next) && !next.equals(told)) {
                next = following(next);
            }
            if (next != null) {
                open.add(sinceHeld(next));
            }
        }
        open.sort(Comparator.comparing(DueStep::dueAt).thenComparing(DueStep::position));
        return List.copyOf(open);
    }

    /** When a step that was reached would be due as things stand now; null when it does not come any more. */
    Instant dueNow(ReachedStep reached) {
        DueStep due = reached.due();
        DueStep now = first(due.variant(), due.position());
        while (now != null && now.occurrence() < due.occurrence()) {
            now = following(now);
        }
        if (now == null) {
            return null;
        }
        boolean before = clock.heldSince() != null && !reached.at().isAfter(clock.heldSince());
        return before ? now.dueAt() : sinceHeld(now).dueAt();
    }

    private DueStep first(int chain, int position) {
        Step step = clock.chain(chain).get(position - 1);
        return within(new DueStep(chain, position, 1, course.plus(step.overdue() ? dueAt : base, step.at())));
    }

    private DueStep following(DueStep before) {
        Again again = clock.step(before).again();
        return again == null
                ? null
                : within(new DueStep(
                        before.variant(),
                        before.position(),
                        before.occurrence() + 1,
                        course.plus(before.dueAt(), again.every())));
    }

    private DueStep within(DueStep due) {
        Again again = clock.step(due).again();
        return again == null || due.dueAt().isBefore(course.plus(base, again.until())) ? due : null;
    }

    /** The next time of a step after those that were reached; null when it does not come any more. */
    private DueStep next(int position) {
        DueStep next = first(clock.chain(), position);
        for (int times = timesReached(clock.chain(clock.chain()).get(position - 1));
                times > 0 && next != null;
                times--) {
            next = following(next);
        }
        return next;
    }

    /**
     * Who gets a lead is not told of each deadline that lay behind it then, but of the last alone. What others were told of while
     * nobody had it does not count.
     */
    private DueStep lastLapsed() {
        List<DueStep> lapsed = new ArrayList<>();
        for (int position = 1; position <= clock.chain(clock.chain()).size(); position++) {
            DueStep next = first(clock.chain(), position);
            while (next != null && lapsed(next)) {
                if (waited(next) || !(clock.step(next).needsOwner() || wasReached(next))) {
                    lapsed.add(next);
                }
                next = following(next);
            }
        }
        return lapsed.stream()
                .max(Comparator.comparing(DueStep::dueAt).thenComparing(DueStep::position))
                .orElse(null);
    }

    /** What waited for an owner is due when he gets the lead. Nobody loses one that he has just got: that counts from then. */
    private DueStep sinceHeld(DueStep due) {
        Step step = clock.step(due);
        if (!step.needsOwner() || !lapsed(due)) {
            return due;
        }
        Instant since = step.reassigns() ? course.plus(clock.heldSince(), step.at()) : clock.heldSince();
        return new DueStep(due.variant(), due.position(), due.occurrence(), since);
    }

    private boolean waited(DueStep due) {
        Step step = clock.step(due);
        return step.needsOwner() && !step.reassigns() && lapsed(due);
    }

    /** Whether it was due by the time at which the owner got the lead, under a clock that ran before. */
    private boolean lapsed(DueStep due) {
        Instant since = clock.heldSince();
        return since != null && base.isBefore(since) && !due.dueAt().isAfter(since);
    }

    /** Whether it was reached before the owner got the lead. */
    private boolean wasReached(DueStep due) {
        return clock.reached().stream()
                .anyMatch(reached -> isOf(reached, clock.step(due))
                        && reached.due().occurrence() == due.occurrence()
                        && reached.at().isBefore(clock.heldSince()));
    }

    private int timesReached(Step step) {
        return clock.reached().stream()
                .filter(reached -> isOf(reached, step))
                .mapToInt(reached -> reached.due().occurrence())
                .max()
                .orElse(0);
    }

    private boolean isOf(ReachedStep reached, Step step) {
        return clock.step(reached.due()).step().equals(step.step());
    }
}
