package io.revstream.sla;

import io.revstream.policy.SlaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A clock that runs, or ran. It keeps the rule under which it was started, so that a deadline once published does not move with the policy.
 *
 * @param rule the rule under which it was started
 * @param pass the pass through the funnel, from 1
 * @param round the routing round, from 1
 * @param dueAt when it is due
 * @param steps steps of its chain in the order in which they are due, which the units of a chain may make another than the policy's
 * @param stepsDone how many of {@code steps} were reached and still stand
 */
public record RunningClock(
        SlaRules.Clock rule,
        int pass,
        int round,
        Instant startedAt,
        Instant dueAt,
        List<DueStep> steps,
        int stepsDone,
        Assignee assignee) {

    static RunningClock start(
            SlaRules.Clock rule, int pass, int round, Instant at, Assignee assignee, BusinessCalendar calendar) {
        return new RunningClock(rule, pass, round, at, calendar.plus(at, rule.target()), List.of(), 0, assignee)
                .withSteps(calendar, Instant.MIN);
    }

    /** Name of the clock. */
    public String name() {
        return rule.clock();
    }

    /**
     * With an owner, or a queue, and the calendar that he brings. Steps reached stay as they were; the others are due anew, but never
     * before {@code now}: nobody is told of a deadline that lay behind him when he got the lead before he got it.
     */
    RunningClock handedTo(Assignee next, BusinessCalendar calendar, Instant now) {
        return new RunningClock(
                        rule, pass, round, startedAt, calendar.plus(startedAt, rule.target()), steps, stepsDone, next)
                .withSteps(calendar, now);
    }

    /** With its next step reached. */
    RunningClock reached(boolean reassigned) {
        DueStep next = nextStep();
        List<DueStep> all = new ArrayList<>(steps);
        all.set(stepsDone, new DueStep(next.position(), next.dueAt(), reassigned));
        return new RunningClock(rule, pass, round, startedAt, dueAt, List.copyOf(all), stepsDone + 1, assignee);
    }

    RunningClock withStepsDone(int count) {
        return new RunningClock(rule, pass, round, startedAt, dueAt, steps, count, assignee);
    }

    /** The next step that is due, or null when all were reached. */
    public DueStep nextStep() {
        return stepsDone < steps.size() ? steps.get(stepsDone) : null;
    }

    /** What the policy under which the clock was started says of a step. */
    public SlaRules.Step step(DueStep due) {
        return rule.chain().get(due.position() - 1);
    }

    /** How many of the steps reached were due before that instant; evidence from a deadline itself is in time. */
    int stepsDueBefore(Instant instant) {
        return (int) steps.subList(0, stepsDone).stream()
                .filter(step -> step.dueAt().isBefore(instant))
                .count();
    }

    /** What it waits for and has not got, in words. */
    String unanswered() {
        SlaRules.Stops stops = rule.stops();
        String awaited = String.join(", ", stops.awaited()) + (stops.by() == null ? "" : " by " + stops.by());
        return "no " + awaited + " since " + startedAt + "; " + name() + " is due at " + dueAt;
    }

    private RunningClock withSteps(BusinessCalendar calendar, Instant notBefore) {
        List<DueStep> done = steps.subList(0, stepsDone);
        List<DueStep> all = new ArrayList<>(done);
        IntStream.rangeClosed(1, rule.chain().size())
                .filter(position -> done.stream().noneMatch(step -> step.position() == position))
                .mapToObj(position -> new DueStep(position, stepDue(position, calendar, notBefore), false))
                .sorted(Comparator.comparing(DueStep::dueAt))
                .forEach(all::add);
        return new RunningClock(rule, pass, round, startedAt, dueAt, List.copyOf(all), stepsDone, assignee);
    }

    private Instant stepDue(int position, BusinessCalendar calendar, Instant notBefore) {
        Instant due = calendar.plus(startedAt, rule.chain().get(position - 1).at());
        return due.isBefore(notBefore) ? notBefore : due;
    }
}
