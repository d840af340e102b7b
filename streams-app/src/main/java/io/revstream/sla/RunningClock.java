package io.revstream.sla;

import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Variant;
import io.revstream.policy.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A clock that runs, or ran. It keeps the rule under which it was started, so that a deadline once published does not move with the policy.
 *
 * @param rule the rule under which it was started, as {@link KeptRule} keeps it
 * @param variant the variant that applies, by its place in the rule from 1; 0 for the clock's own target
 * @param pass the pass through the funnel, from 1
 * @param round the routing round, from 1
 * @param systemDelay how long the pipeline itself took to find an owner: time that does not count
 * @param heldSince since when the owner has the subject; null while nobody has
 * @param notBefore no step is reached before: when the owner, the queue, the target or the calendar changed last
 * @param dueAt when it is due
 * @param marks activities that paused it or let it go on, in order of time
 * @param resumesAt when a pause ends of which it has not been told yet that it did; null for none
 * @param stood absences that lie behind it
 * @param open steps not reached yet, in the order in which they are due, which the units of a chain may make another than the policy's
 * @param reached steps that were reached and still stand, in that order
 */
public record RunningClock(
        SlaRules.Clock rule,
        int variant,
        int pass,
        int round,
        Instant startedAt,
        Duration systemDelay,
        Instant heldSince,
        Instant notBefore,
        Instant dueAt,
        List<PauseMark> marks,
        Instant resumesAt,
        List<Standstill> stood,
        List<DueStep> open,
        List<ReachedStep> reached,
        Assignee assignee) {

    private static final int MOST_MARKS = 16;

    /**
     * A clock as it starts.
     *
     * @param startedAt from when it counts
     * @param at the instant of the decision, before which no step is reached
     */
    static RunningClock start(
            SlaRules.Clock rule, int pass, int round, Instant startedAt, Instant at, Assignee assignee) {
        return new RunningClock(
                KeptRule.of(rule),
                0,
                pass,
                round,
                startedAt,
                Duration.ZERO,
                assignee.isNobody() ? null : at,
                at,
                startedAt,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                assignee);
    }

    /** Name of the clock. */
    public String name() {
        return rule.clock();
    }

    /** Name of the variant that applies; null for the clock's own target. */
    public String variantName() {
        return variant == 0 ? null : rule.variants().get(variant - 1).variant();
    }

    /** How many steps were reached and still stand. */
    public int stepsDone() {
        return reached.size();
    }

    /** The next step that is due, or null when none is. Steps that concern an owner wait until there is one. */
    public DueStep nextStep() {
        return open.stream()
                .filter(step -> !assignee.isNobody() || !step(step).needsOwner())
                .findFirst()
                .orElse(null);
    }

    /** When a step is reached, unless something comes in between. */
    public Instant reachedAt(DueStep step) {
        return later(step.dueAt(), notBefore);
    }

    /** What the policy under which the clock was started says of a step. */
    public Step step(DueStep due) {
        return chain(due.variant()).get(due.position() - 1);
    }

    /** The next instant at which something happens by itself; null when nothing does. */
    public Instant nextDue() {
        DueStep next = nextStep();
        return Stream.of(next == null ? null : reachedAt(next), resumesAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether it is the same run of the same clock, however far. */
    boolean isRunOf(RunningClock other) {
        return name().equals(other.name()) && round == other.round && startedAt.equals(other.startedAt);
    }

    /** Whether all of it is due at the same instants. */
    boolean isDueAs(RunningClock other) {
        return variant == other.variant
                && dueAt.equals(other.dueAt)
                && Objects.equals(resumesAt, other.resumesAt)
                && open.equals(other.open);
    }

    /** What it waits for and has not got, in words. */
    String unanswered() {
        SlaRules.Stops stops = rule.stops();
        String awaited = String.join(", ", stops.awaited()) + (stops.by() == null ? "" : " by " + stops.by());
        return "no " + awaited + " since " + startedAt + "; " + name() + " is due at " + dueAt;
    }

    /** With an owner, or a queue. Times away of the one before that lie behind it stay as they were. */
    RunningClock handedTo(Assignee next, Instant now) {
        boolean same = Objects.equals(next.ownerId(), assignee.ownerId());
        Instant since = next.isNobody() ? null : same ? heldSince : now;
        return with(variant, systemDelay, since, now, marks, resumesAt, behind(now), reached, next);
    }

    /** With the variant that applies. */
    RunningClock varied(int next, Instant now) {
        return with(next, systemDelay, heldSince, later(notBefore, now), marks, resumesAt, stood, reached, assignee);
    }

    /** No step is reached before that instant. */
    RunningClock notBefore(Instant now) {
        return with(variant, systemDelay, heldSince, later(notBefore, now), marks, resumesAt, stood, reached, assignee);
    }

    RunningClock delayed(Duration delay) {
        return with(variant, systemDelay.plus(delay), heldSince, notBefore, marks, resumesAt, stood, reached, assignee);
    }

    /** Paused, or going on, by an activity. A pause is to be ended by itself unless something is reported that ends it. */
    RunningClock marked(PauseMark mark) {
        List<PauseMark> all = Pausing.with(marks, mark, MOST_MARKS);
        Instant resumes = mark.pauses() ? mark.at() : resumesAt;
        return with(variant, systemDelay, heldSince, notBefore, all, resumes, stood, reached, assignee);
    }

    /** As it starts anew: what paused it after that instant pauses the new run, too. */
    RunningClock again(Instant at, Assignee holder) {
        List<PauseMark> after =
                marks.stream().filter(mark -> mark.at().isAfter(at)).toList();
        RunningClock fresh = start(rule, pass, round, at, at, holder);
        return after.isEmpty()
                ? fresh
                : fresh.with(
                        0, Duration.ZERO, fresh.heldSince, at, after, at, fresh.stood, fresh.reached, fresh.assignee);
    }

    /** It has been told that its pause is over. */
    RunningClock resumed() {
        return new RunningClock(
                rule,
                variant,
                pass,
                round,
                startedAt,
                systemDelay,
                heldSince,
                notBefore,
                dueAt,
                marks,
                null,
                stood,
                open,
                reached,
                assignee);
    }

    /** With a step reached. */
    RunningClock reached(DueStep due, boolean took) {
        List<ReachedStep> all = new ArrayList<>(reached);
        all.add(new ReachedStep(due, reachedAt(due), took));
        List<DueStep> left = open.stream().filter(step -> !step.equals(due)).toList();
        return new RunningClock(
                rule,
                variant,
                pass,
                round,
                startedAt,
                systemDelay,
                heldSince,
                notBefore,
                dueAt,
                marks,
                resumesAt,
                stood,
                left,
                List.copyOf(all),
                assignee);
    }

    /** With these of its reached steps. */
    RunningClock withReached(List<ReachedStep> standing) {
        return with(variant, systemDelay, heldSince, notBefore, marks, resumesAt, stood, standing, assignee);
    }

    /** As time counts for it now: when it and its steps are due. */
    RunningClock timed(BusinessCalendar calendar) {
        Timing timing = new Timing(this, calendar);
        return new RunningClock(
                rule,
                variant,
                pass,
                round,
                startedAt,
                systemDelay,
                heldSince,
                notBefore,
                timing.dueAt(),
                marks,
                resumesAt == null ? null : timing.resumesAt(),
                stood,
                timing.open(),
                reached,
                assignee);
    }

    /** The target that applies. */
    Span target() {
        return variant == 0 ? rule.target() : rule.variants().get(variant - 1).target();
    }

    /** The chain that applies, by its place. */
    int chain() {
        return variant == 0 || rule.variants().get(variant - 1).chain().isEmpty() ? 0 : variant;
    }

    List<Step> chain(int place) {
        return place == 0 ? rule.chain() : rule.variants().get(place - 1).chain();
    }

    List<Variant> variants() {
        return rule.variants();
    }

    /** The times at which it does not count, as they are known. */
    List<Standstill> stills(BusinessCalendar calendar) {
        List<Standstill> stills = new ArrayList<>(stood);
        if (rule.pauses() != null) {
            stills.addAll(Pausing.times(marks, rule.pauses(), calendar));
        }
        if (rule.awayPauses() && heldSince != null) {
            assignee.away().stream()
                    .map(away -> away.within(heldSince, Instant.MAX))
                    .filter(Objects::nonNull)
                    .forEach(stills::add);
        }
        return stills;
    }

    private List<Standstill> behind(Instant now) {
        if (!rule.awayPauses() || heldSince == null) {
            return stood;
        }
        List<Standstill> all = new ArrayList<>(stood);
        assignee.away().stream()
                .map(away -> away.within(heldSince, now))
                .filter(away -> away != null && !all.contains(away))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private RunningClock with(
            int nextVariant,
            Duration nextDelay,
            Instant nextHeld,
            Instant nextNotBefore,
            List<PauseMark> nextMarks,
            Instant nextResumes,
            List<Standstill> nextStood,
            List<ReachedStep> nextReached,
            Assignee next) {
        return new RunningClock(
                rule,
                nextVariant,
                pass,
                round,
                startedAt,
                nextDelay,
                nextHeld,
                nextNotBefore,
                dueAt,
                nextMarks,
                nextResumes,
                nextStood,
                open,
                nextReached,
                next);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
