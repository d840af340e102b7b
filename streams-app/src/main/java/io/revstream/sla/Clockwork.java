package io.revstream.sla;

import io.revstream.events.ClockChange;
import io.revstream.events.StepKind;
import io.revstream.policy.SlaRules;
import io.revstream.sla.EndedClock.Ending;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The clocks of one subject while one input is decided on. */
final class Clockwork {

    /** Rounds of a pass are few: the limit only keeps a policy without one from growing the state. */
    private static final int MOST_ENDED = 8;

    private final SlaTerms terms;
    private final List<RunningClock> running;
    private final List<EndedClock> ended;
    private final List<Contact> contacts;
    private final List<SlaOutcome> outcomes = new ArrayList<>();
    private int pass;
    private int reassigned;
    private Assignee holder;

    Clockwork(SlaClocks clocks, SlaTerms terms) {
        this.terms = terms;
        pass = clocks.pass();
        reassigned = clocks.reassigned();
        holder = clocks.assignee();
        running = new ArrayList<>(clocks.running());
        ended = new ArrayList<>(clocks.ended());
        contacts = new ArrayList<>(clocks.contacts());
    }

    Progress done() {
        SlaClocks clocks = new SlaClocks(
                pass, reassigned, holder, List.copyOf(running), List.copyOf(ended), List.copyOf(contacts));
        return new Progress(clocks, List.copyOf(outcomes));
    }

    /** A new pass voids the clocks of the one before. */
    void enter(int next, Instant at) {
        if (next > pass) {
            cancel("pass " + next + " began", at);
            ended.clear();
            pass = next;
            reassigned = 0;
            holder = Assignee.NOBODY;
        }
    }

    /** Starts a clock, unless it has started in that round or what it waits for has come. */
    void start(SlaRules.Clock rule, int round, Instant at, Assignee assignee) {
        if (!started(rule.clock(), round) && !contactMade(rule)) {
            run(rule, round, at, assignee);
        }
    }

    private void run(SlaRules.Clock rule, int round, Instant at, Assignee assignee) {
        RunningClock clock = RunningClock.start(rule, pass, round, at, assignee, requiredCalendar(rule, assignee));
        running.add(clock);
        outcomes.add(new ClockMoved(clock, ClockChange.STARTED, null, null, null));
        contacts.stream()
                .filter(contact ->
                        contact.stops(rule.stops()) && !contact.occurredAt().isBefore(at))
                .min(Comparator.comparing(Contact::occurredAt))
                .ifPresent(contact -> contact(rule.clock(), contact));
    }

    /** Starts the clock of a stage with whoever has the subject. It starts anew with each entry (LIF-24). */
    void startAgain(SlaRules.Clock rule, Instant at) {
        if (having(clock -> clock.name().equals(rule.clock())).isEmpty()) {
            RunningClock before = latest(rule.clock());
            run(rule, before == null ? 1 : before.round() + 1, at, holder);
        }
    }

    void handOver(Assignee assignee, Instant at) {
        holder = assignee;
        running.replaceAll(clock -> {
            BusinessCalendar calendar = terms.calendar(clock.rule().calendar(), assignee.zone());
            if (clock.assignee().equals(assignee) || calendar == null) {
                return clock;
            }
            RunningClock next = clock.handedTo(assignee, calendar, at);
            outcomes.add(new ClockMoved(next, ClockChange.RESCHEDULED, null, null, "now with " + holder(assignee)));
            return next;
        });
    }

    void meetAssigned(int round, Instant at) {
        for (RunningClock clock : having(c -> c.rule().stops().assigned() && c.round() <= round)) {
            met(clock, at, "assigned");
        }
    }

    /** Ends the running clocks that have got what they wait for. */
    void meet(Predicate<SlaRules.Stops> isMet, Instant at, String because) {
        for (RunningClock clock : having(running -> isMet.test(running.rule().stops()))) {
            met(clock, at, because);
        }
    }

    void contact(String name, Contact evidence) {
        List<RunningClock> all = ofName(name);
        RunningClock answered = all.stream()
                .filter(clock -> !clock.startedAt().isAfter(evidence.occurredAt()))
                .reduce((a, b) -> b)
                .orElse(null);
        if (answered == null || !open(answered, evidence.occurredAt())) {
            return;
        }
        int standing = answered.stepsDueBefore(evidence.occurredAt());
        takeBack(answered, standing, evidence);
        forget(answered);
        met(answered.withStepsDone(standing), evidence.occurredAt(), evidence.kind() + " by " + evidence.by());
        all.stream()
                .filter(clock -> clock.startedAt().isAfter(evidence.occurredAt()))
                .forEach(clock -> withdraw(clock, evidence));
    }

    void remember(Contact evidence, int most) {
        contacts.removeIf(known -> known.eventId().equals(evidence.eventId()));
        contacts.add(evidence);
        contacts.sort(Comparator.comparing(Contact::occurredAt).thenComparing(Contact::eventId));
        if (contacts.size() > most) {
            contacts.remove(0);
        }
    }

    void reachSteps(Instant now) {
        for (RunningClock clock = firstDue(now); clock != null; clock = firstDue(now)) {
            reach(clock, clock.nextStep());
        }
    }

    void cancel(String because, Instant at) {
        cancel(clock -> true, because, at);
    }

    void cancel(Predicate<RunningClock> test, String because, Instant at) {
        for (RunningClock clock : having(test)) {
            end(clock, Ending.CANCELLED, at);
            outcomes.add(new ClockMoved(clock, ClockChange.STOPPED, null, null, because));
        }
    }

    boolean wasReassigned(String name) {
        EndedClock last = lastEnded(name);
        return last != null
                && last.ending() == Ending.REASSIGNED
                && having(clock -> clock.name().equals(name)).isEmpty();
    }

    /** The latest clock of that name in this pass, or null when none has started. */
    RunningClock latest(String name) {
        List<RunningClock> all = ofName(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void reach(RunningClock clock, DueStep due) {
        SlaRules.Step step = clock.step(due);
        boolean reassigns = step.reassigns() && reassigned < clock.rule().reassignments();
        RunningClock next = clock.reached(reassigns);
        StepKind kind = switch (step.says()) {
            case WARNED -> StepKind.WARNED;
            case BREACHED -> StepKind.BREACHED;
        };
        String because =
                clock.unanswered() + (step.reassigns() && !reassigns ? "; reassignments so far: " + reassigned : "");
        outcomes.add(new StepReached(next, due, kind, told(step, reassigns), reassigns, null, because));
        running.set(running.indexOf(clock), next);
        if (reassigns) {
            reassigned++;
            end(next, Ending.REASSIGNED, due.dueAt());
            outcomes.add(new ClockMoved(next, ClockChange.STOPPED, null, null, "reassigned by step " + step.step()));
        }
    }

    private RunningClock firstDue(Instant now) {
        return having(clock ->
                        clock.nextStep() != null && !clock.nextStep().dueAt().isAfter(now))
                .stream()
                .min(Comparator.comparing(clock -> clock.nextStep().dueAt()))
                .orElse(null);
    }

    private void met(RunningClock clock, Instant at, String because) {
        end(clock, Ending.MET, at);
        BusinessCalendar calendar =
                terms.calendar(clock.rule().calendar(), clock.assignee().zone());
        Long working = calendar == null
                ? null
                : calendar.between(clock.startedAt(), at).toMillis();
        outcomes.add(new ClockMoved(clock, ClockChange.MET, at, working, because));
    }

    private void end(RunningClock clock, Ending ending, Instant at) {
        forget(clock);
        ended.add(new EndedClock(clock, ending, at));
        if (ended.size() > MOST_ENDED) {
            ended.remove(0);
        }
    }

    private void forget(RunningClock clock) {
        running.remove(clock);
        ended.removeIf(past -> past.clock().equals(clock));
    }

    private void withdraw(RunningClock clock, Contact evidence) {
        takeBack(clock, 0, evidence);
        forget(clock);
        String because =
                evidence.kind() + " by " + evidence.by() + " had come before it started, at " + evidence.occurredAt();
        outcomes.add(new ClockMoved(clock.withStepsDone(0), ClockChange.WITHDRAWN, null, null, because));
    }

    private void takeBack(RunningClock clock, int standing, Contact evidence) {
        String because = evidence.kind() + " by " + evidence.by() + " had come in time, at " + evidence.occurredAt();
        for (DueStep due : clock.steps().subList(standing, clock.stepsDone())) {
            String told = told(clock.step(due), due.reassigned());
            outcomes.add(new StepReached(
                    clock, due, StepKind.WITHDRAWN, told, due.reassigned(), evidence.eventId(), because));
        }
    }

    /** A chain that may not reassign any more ends with the manager. */
    private static String told(SlaRules.Step step, boolean reassigns) {
        return step.reassigns() && !reassigns ? "manager" : step.tells();
    }

    private boolean open(RunningClock clock, Instant contact) {
        return ended.stream().filter(past -> past.clock().equals(clock)).allMatch(past -> past.yieldsTo(contact));
    }

    private boolean started(String name, int round) {
        return ofName(name).stream().anyMatch(clock -> clock.round() == round);
    }

    private boolean contactMade(SlaRules.Clock rule) {
        EndedClock last = lastEnded(rule.clock());
        return !rule.stops().assigned() && last != null && last.ending() == Ending.MET;
    }

    private EndedClock lastEnded(String name) {
        return ended.stream()
                .filter(past -> past.clock().name().equals(name))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private List<RunningClock> ofName(String name) {
        List<RunningClock> all = new ArrayList<>(having(clock -> clock.name().equals(name)));
        ended.stream()
                .map(EndedClock::clock)
                .filter(clock -> clock.name().equals(name))
                .forEach(all::add);
        all.sort(Comparator.comparing(RunningClock::startedAt).thenComparing(RunningClock::round));
        return all;
    }

    private List<RunningClock> having(Predicate<RunningClock> test) {
        return running.stream().filter(test).toList();
    }

    private BusinessCalendar requiredCalendar(SlaRules.Clock rule, Assignee assignee) {
        return Objects.requireNonNull(
                terms.calendar(rule.calendar(), assignee.zone()),
                () -> "Expected calendar " + rule.calendar() + " of clock " + rule.clock()
                        + " in the policy, but it has none");
    }

    private static String holder(Assignee assignee) {
        return assignee.ownerId() == null ? "the queue of team " + assignee.teamId() : "owner " + assignee.ownerId();
    }
}
