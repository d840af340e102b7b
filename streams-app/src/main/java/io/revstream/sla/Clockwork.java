package io.revstream.sla;

import io.revstream.events.ClockChange;
import io.revstream.events.StepKind;
import io.revstream.policy.Condition;
import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Variant;
import io.revstream.sla.EndedClock.Ending;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.Figures;
import io.revstream.sla.SlaOutcome.StepReached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The clocks of one subject while one input is decided on. */
final class Clockwork {

    /** Of one name. Rounds of a pass are few: the limit only keeps a policy without one from growing the state. */
    private static final int MOST_ENDED = 4;

    private final SlaTerms terms;
    private final List<RunningClock> running;
    private final List<EndedClock> ended;
    private final List<Contact> contacts;
    private final List<SlaOutcome> outcomes = new ArrayList<>();
    private final List<StepReached> takenOver = new ArrayList<>();
    private int pass;
    private int reassigned;
    private Instant promotedAt;
    private Assignee holder;

    Clockwork(SlaClocks clocks, SlaTerms terms) {
        this.terms = terms;
        pass = clocks.pass();
        reassigned = clocks.reassigned();
        promotedAt = clocks.promotedAt();
        holder = clocks.assignee();
        running = new ArrayList<>(clocks.running());
        ended = new ArrayList<>(clocks.ended());
        contacts = new ArrayList<>(clocks.contacts());
    }

    Progress done() {
        SlaClocks clocks = new SlaClocks(
                pass, reassigned, promotedAt, holder, List.copyOf(running), List.copyOf(ended), List.copyOf(contacts));
        return new Progress(clocks, List.copyOf(outcomes), List.copyOf(takenOver));
    }

    /** A new pass voids the clocks of the one before. */
    void enter(int next, Instant at) {
        if (next > pass) {
            cancel("pass " + next + " began", at);
            ended.clear();
            pass = next;
            reassigned = 0;
            promotedAt = null;
            holder = Assignee.NOBODY;
        }
    }

    void promoted(Instant at) {
        promotedAt = at;
    }

    /** Starts clocks of the promotion that did not concern the subject as it was known then. */
    void startWithheld(Instant now) {
        if (promotedAt != null) {
            terms.clocks()
                    .filter(rule -> rule.starts().with() == Start.PROMOTION
                            && !rule.when().isEmpty())
                    .filter(rule -> latest(rule.clock()) == null)
                    .forEach(rule -> start(rule, 1, promotedAt, now));
        }
    }

    /** Starts a clock, unless it has started in that round, what it waits for has come, or it does not concern the subject. */
    void start(SlaRules.Clock rule, int round, Instant at) {
        start(rule, round, at, at);
    }

    private void start(SlaRules.Clock rule, int round, Instant at, Instant now) {
        if (!started(rule.clock(), round) && !contactMade(rule) && concerns(rule) && !engaged(rule, at)) {
            run(rule, round, since(rule, at), now);
        }
    }

    /** Starts the clock of a stage. It starts anew with each entry (LIF-24). */
    void startAgain(SlaRules.Clock rule, Instant at) {
        if (having(clock -> clock.name().equals(rule.clock())).isEmpty() && concerns(rule) && !engaged(rule, at)) {
            RunningClock before = latest(rule.clock());
            run(rule, before == null ? 1 : before.round() + 1, at, at);
        }
    }

    private void run(SlaRules.Clock rule, int round, Instant startedAt, Instant now) {
        BusinessCalendar calendar = requiredCalendar(rule);
        RunningClock clock = RunningClock.start(rule, pass, round, startedAt, now, holder);
        begin(clock.varied(variant(clock, calendar), now).timed(calendar));
    }

    private void begin(RunningClock clock) {
        running.add(clock);
        outcomes.add(new ClockMoved(clock, ClockChange.STARTED, null, Figures.NONE, null));
        contacts.stream()
                .filter(contact -> !contact.occurredAt().isBefore(clock.startedAt()))
                .sorted(Comparator.comparing(Contact::occurredAt))
                .toList()
                .forEach(contact -> contact(clock.name(), contact));
    }

    private boolean concerns(SlaRules.Clock rule) {
        return hold(rule.when());
    }

    private boolean hold(List<Condition> conditions) {
        FactsWithHolder facts = new FactsWithHolder(terms.facts(), holder);
        return conditions.stream().allMatch(condition -> condition.holds(facts));
    }

    private Instant since(SlaRules.Clock rule, Instant at) {
        Instant latest = rule.starts().since().isEmpty()
                ? null
                : terms.latest().apply(rule.starts().since());
        return latest == null || latest.isAfter(at) ? at : latest;
    }

    /** Of the variants that hold, the one that is due first; 0 when none does. */
    private int variant(RunningClock clock, BusinessCalendar calendar) {
        int strictest = 0;
        Instant due = null;
        for (int place = 1; place <= clock.variants().size(); place++) {
            Variant variant = clock.variants().get(place - 1);
            if (hold(variant.when())) {
                Instant its = new Timing(clock.varied(place, clock.notBefore()), calendar).dueAt();
                if (due == null || its.isBefore(due)) {
                    strictest = place;
                    due = its;
                }
            }
        }
        return strictest;
    }

    /** Whether the latest contact before has engaged the subject already. */
    private boolean engaged(SlaRules.Clock rule, Instant at) {
        return contacts.stream()
                .filter(contact -> !contact.occurredAt().isAfter(at))
                .filter(contact -> contact.engages(rule) || contact.stops(rule) || contact.restarts(rule))
                .reduce((a, b) -> b)
                .filter(contact -> contact.engages(rule))
                .isPresent();
    }

    /** The subject is with somebody, or in a queue: its clocks count as he works from now on. */
    void handOver(Assignee assignee, Instant at) {
        holder = assignee;
        running.replaceAll(clock -> {
            if (clock.assignee().equals(assignee)) {
                return clock;
            }
            RunningClock handed = clock.handedTo(assignee, at);
            BusinessCalendar calendar = terms.calendar(clock.rule().calendar(), assignee);
            if (calendar == null) {
                return handed;
            }
            RunningClock next = handed.varied(variant(handed, calendar), at).timed(calendar);
            boolean same = clock.assignee().isWith(assignee);
            if (!same || !next.isDueAs(clock)) {
                String because = (same ? "hours or times away of " : "now with ") + words(assignee);
                outcomes.add(moved(next, ClockChange.RESCHEDULED, because));
            }
            return next;
        });
    }

    /** A variant may hold by what has become known. One that applies stays until the subject is with another. */
    void vary(Instant at) {
        running.replaceAll(clock -> {
            BusinessCalendar calendar = calendar(clock);
            int variant = clock.variant() > 0 || clock.variants().isEmpty() || calendar == null
                    ? clock.variant()
                    : variant(clock, calendar);
            if (variant == clock.variant()) {
                return clock;
            }
            RunningClock next = clock.varied(variant, at).timed(calendar);
            outcomes.add(moved(next, ClockChange.RESCHEDULED, "by its target " + next.variantName()));
            return next;
        });
    }

    /** Hours, holidays or times away count as they are known now; steps that were reached stay. */
    void retime(String because, Instant at) {
        running.replaceAll(clock -> {
            BusinessCalendar calendar = calendar(clock);
            RunningClock next = calendar == null ? clock : clock.timed(calendar);
            if (next.isDueAs(clock)) {
                return clock;
            }
            outcomes.add(moved(next.notBefore(at), ClockChange.RESCHEDULED, because));
            return next.notBefore(at);
        });
    }

    /** What the pipeline itself took to find an owner is not charged to him. */
    void delay(Duration system, Instant askedAt) {
        if (system.compareTo(terms.systemDelayFrom()) >= 0) {
            running.replaceAll(clock -> clock.rule().starts().with() == Start.PROMOTION
                            || clock.startedAt().equals(askedAt)
                    ? clock.delayed(system)
                    : clock);
        }
    }

    void meetAssigned(int round, Instant at) {
        for (RunningClock clock : having(c -> c.rule().stops().assigned() && c.round() <= round)) {
            met(clock, at, "assigned");
        }
    }

    /** Ends the running clocks that have got what they wait for. */
    void meet(Predicate<SlaRules.Stops> isMet, Instant at, String because) {
        meet(isMet, new Contact(because, null, at, null));
    }

    /** The same by evidence that may come late: steps that it would have prevented are taken back. */
    void meet(Predicate<SlaRules.Stops> isMet, Contact evidence) {
        for (RunningClock clock : having(running -> isMet.test(running.rule().stops()))) {
            meetEarlier(clock, evidence.notBefore(clock.startedAt()), "");
        }
    }

    /** Clocks that each entry of a stage starts anew. */
    void advance(Instant at, String because) {
        for (RunningClock clock : having(one -> one.rule().restarts() != null
                && one.rule().restarts().advanced()
                && one.startedAt().isBefore(at))) {
            met(clock, at, because);
            begin(again(clock, at));
        }
    }

    /** An activity belongs to the last clock of a name that had started when it occurred, whenever it is reported. */
    void contact(String name, Contact evidence) {
        List<RunningClock> all = ofName(name);
        RunningClock answered = all.stream()
                .filter(clock -> !clock.startedAt().isAfter(evidence.occurredAt()))
                .reduce((a, b) -> b)
                .orElse(null);
        if (answered != null && open(answered, evidence.occurredAt())) {
            answer(answered, evidence);
        }
        disengage(all, evidence);
    }

    private void answer(RunningClock clock, Contact evidence) {
        if (evidence.stops(clock.rule())) {
            stop(clock, evidence);
        } else if (evidence.restarts(clock.rule())) {
            restart(clock, evidence);
        } else if (evidence.pauses(clock.rule())) {
            pause(clock, evidence);
        }
    }

    private void stop(RunningClock answered, Contact evidence) {
        boolean wrong = wentWrong(answered);
        List<RunningClock> later = later(answered);
        meetEarlier(answered, evidence, "");
        if (wrong) {
            later.forEach(clock -> withdraw(clock, evidence));
        }
    }

    private void restart(RunningClock answered, Contact evidence) {
        Instant at = evidence.occurredAt();
        if (!answered.startedAt().isBefore(at)) {
            return;
        }
        EndedClock before = endOf(answered);
        boolean taken = before != null && before.ending() == Ending.REASSIGNED;
        List<RunningClock> later = later(answered);
        meetEarlier(answered, evidence, "; it starts anew");
        if (taken) {
            later.forEach(clock -> withdraw(clock, evidence));
        }
        RunningClock next = again(answered, at);
        begin(next);
        if (before != null && !taken) {
            having(clock -> clock.isRunOf(next)).forEach(clock -> endAs(before, clock));
        }
    }

    private void endAs(EndedClock before, RunningClock clock) {
        if (before.ending() == Ending.MET) {
            met(clock, before.endedAt(), "what had come after it");
        } else {
            end(clock, Ending.CANCELLED, before.endedAt());
            outcomes.add(moved(clock, ClockChange.STOPPED, "what had come after it"));
        }
    }

    private RunningClock again(RunningClock clock, Instant at) {
        RunningClock fresh = clock.again(at, holder);
        BusinessCalendar calendar = requiredCalendar(clock.rule());
        return fresh.varied(variant(fresh, calendar), at).timed(calendar);
    }

    /** Met by evidence, however late it comes: steps that it would have prevented are taken back. */
    private void meetEarlier(RunningClock answered, Contact evidence, String andThen) {
        Instant at = evidence.occurredAt();
        List<ReachedStep> standing = answered.reached().stream()
                .filter(step -> step.at().isBefore(at))
                .toList();
        takeBack(answered, standing, evidence);
        forget(answered);
        met(answered.withReached(standing), at, evidence.words() + andThen);
    }

    /** Whether the clocks after it would not have started if it had been met in time: its chain, or a contact, started them. */
    private boolean wentWrong(RunningClock clock) {
        EndedClock end = endOf(clock);
        return end != null
                && (end.ending() == Ending.REASSIGNED
                        || later(clock).stream()
                                .anyMatch(next ->
                                        next.startedAt().equals(end.endedAt()) && next.round() == clock.round()));
    }

    private void pause(RunningClock clock, Contact evidence) {
        EndedClock end = endOf(clock);
        BusinessCalendar calendar = calendar(clock);
        boolean pauses = clock.rule().pauses().from().contains(evidence.kind());
        if (calendar == null || (end != null && end.ending() != Ending.MET)) {
            return;
        }
        RunningClock marked =
                clock.marked(new PauseMark(evidence.occurredAt(), pauses)).timed(calendar);
        if (marked.marks().equals(clock.marks())) {
            return;
        }
        RunningClock next = withoutPutOff(marked, calendar, evidence);
        if (end != null) {
            if (!next.resumed().equals(clock)) {
                forget(clock);
                met(next.resumed(), end.endedAt(), "what had come after " + evidence.words());
            }
            return;
        }
        running.set(running.indexOf(clock), next);
        if (pauses) {
            outcomes.add(moved(next, ClockChange.PAUSED, evidence.words(), evidence.occurredAt()));
        }
        if (next.resumesAt() != null && next.marks().contains(new PauseMark(next.resumesAt(), false))) {
            goOn(next, pauses ? "what had come after it" : evidence.words());
        }
    }

    /** Steps that were reached although the clock stood still are taken back, and come later. */
    private RunningClock withoutPutOff(RunningClock clock, BusinessCalendar calendar, Contact evidence) {
        Timing timing = new Timing(clock, calendar);
        List<ReachedStep> standing = clock.reached().stream()
                .filter(step -> {
                    Instant due = timing.dueNow(step);
                    return due != null && !due.isAfter(step.at());
                })
                .toList();
        takeBack(clock, standing, evidence);
        return clock.withReached(standing).timed(calendar);
    }

    private void goOn(RunningClock clock, String because) {
        RunningClock next = clock.resumed();
        running.set(running.indexOf(clock), next);
        outcomes.add(moved(next, ClockChange.RESUMED, because, clock.resumesAt()));
    }

    /** A clock that would not have started, had the contact before it been known. */
    private void disengage(List<RunningClock> all, Contact evidence) {
        for (RunningClock clock : all) {
            boolean runs = running.stream().anyMatch(clock::isRunOf);
            boolean first = all.stream()
                    .noneMatch(other ->
                            other.round() == clock.round() && other.startedAt().isBefore(clock.startedAt()));
            if (runs && first && evidence.engages(clock.rule()) && engaging(clock, evidence)) {
                withdraw(clock, evidence);
            }
        }
    }

    private boolean engaging(RunningClock clock, Contact evidence) {
        return !evidence.occurredAt().isAfter(clock.startedAt())
                && contacts.stream()
                        .filter(contact -> contact.engages(clock.rule())
                                || contact.stops(clock.rule())
                                || contact.restarts(clock.rule()))
                        .noneMatch(contact -> contact.occurredAt().isAfter(evidence.occurredAt())
                                && !contact.occurredAt().isAfter(clock.startedAt()));
    }

    void remember(Contact evidence, int most) {
        contacts.removeIf(known -> known.eventId().equals(evidence.eventId()));
        contacts.add(evidence);
        contacts.sort(Comparator.comparing(Contact::occurredAt).thenComparing(Contact::eventId));
        if (contacts.size() > most) {
            contacts.remove(0);
        }
    }

    /** Time has come to an instant: steps are reached, and pauses end, in the order in which they are due. */
    void elapse(Instant now, Instant saidAt) {
        for (RunningClock next = firstDue(now); next != null; next = firstDue(now)) {
            if (next.resumesAt() != null && next.resumesAt().equals(next.nextDue())) {
                goOn(next, "the pause has lasted as long as it may");
            } else {
                reach(next, next.nextStep(), saidAt);
            }
        }
    }

    void cancel(String because, Instant at) {
        cancel(clock -> true, because, at);
    }

    void cancel(Predicate<RunningClock> test, String because, Instant at) {
        for (RunningClock clock : having(test)) {
            end(clock, Ending.CANCELLED, at);
            outcomes.add(moved(clock, ClockChange.STOPPED, because, at));
        }
    }

    boolean wasReassigned(String name) {
        EndedClock last = lastEnded(name);
        return last != null
                && last.ending() == Ending.REASSIGNED
                && having(clock -> clock.name().equals(name)).isEmpty();
    }

    /** A clock whose chain took the subject from the owner before starts afresh with the new one (SLA-32). */
    void takeOver(SlaRules.Clock rule, int round, Instant at) {
        RunningClock before = lastEnded(rule.clock()).clock();
        start(rule, round, at);
        if (started(rule.clock(), round)) {
            before.reached().stream()
                    .filter(ReachedStep::took)
                    .map(step -> said(before, step.due(), true, at, false))
                    .forEach(takenOver::add);
        }
    }

    /** The latest clock of that name in this pass, or null when none has started. */
    RunningClock latest(String name) {
        List<RunningClock> all = ofName(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void reach(RunningClock clock, DueStep due, Instant saidAt) {
        boolean takes = clock.step(due).reassigns() && terms.mayTake(clock.rule(), reassigned);
        RunningClock next = again(clock.reached(due, takes), due);
        DueStep told = due.at(clock.reachedAt(due));
        outcomes.add(said(next, told, takes, saidAt, isSuperseded(next, told, saidAt)));
        running.set(running.indexOf(clock), next);
        if (takes) {
            reassigned++;
            end(next, Ending.REASSIGNED, clock.reachedAt(due));
            outcomes.add(moved(
                    next,
                    ClockChange.STOPPED,
                    "reassigned by step " + clock.step(due).step(),
                    clock.reachedAt(due)));
        }
    }

    /** A step that comes again is due the next time. */
    private RunningClock again(RunningClock clock, DueStep due) {
        BusinessCalendar calendar = calendar(clock);
        return clock.step(due).again() == null || calendar == null ? clock : clock.timed(calendar);
    }

    private boolean isSuperseded(RunningClock clock, DueStep due, Instant saidAt) {
        return saidAt.isAfter(due.dueAt().plus(terms.catchUp()))
                && clock.nextStep() != null
                && !clock.reachedAt(clock.nextStep()).isAfter(saidAt);
    }

    private StepReached said(RunningClock clock, DueStep due, boolean takes, Instant saidAt, boolean superseded) {
        SlaRules.Step step = clock.step(due);
        StepKind kind = switch (step.says()) {
            case WARNED -> StepKind.WARNED;
            case BREACHED -> StepKind.BREACHED;
        };
        String because =
                clock.unanswered() + (step.reassigns() && !takes ? "; reassignments so far: " + reassigned : "");
        return new StepReached(clock, due, kind, told(step, takes), takes, null, because, saidAt, superseded);
    }

    private RunningClock firstDue(Instant now) {
        return having(clock -> clock.nextDue() != null && !clock.nextDue().isAfter(now)).stream()
                .min(Comparator.comparing(RunningClock::nextDue))
                .orElse(null);
    }

    private void met(RunningClock clock, Instant at, String because) {
        end(clock, Ending.MET, at);
        outcomes.add(new ClockMoved(clock, ClockChange.MET, at, figures(clock, at), because));
    }

    private Figures figures(RunningClock clock, Instant metAt) {
        BusinessCalendar calendar = calendar(clock);
        if (calendar == null) {
            return Figures.NONE;
        }
        Course course = new Timing(clock, calendar).course();
        Instant held = clock.heldSince();
        return new Figures(
                calendar.between(clock.startedAt(), metAt).toMillis(),
                held == null
                        ? null
                        : course.between(later(held, clock.startedAt()), metAt).toMillis(),
                course.standing(clock.startedAt(), metAt).toMillis());
    }

    private ClockMoved moved(RunningClock clock, ClockChange change, String because) {
        return new ClockMoved(clock, change, null, Figures.NONE, because);
    }

    private ClockMoved moved(RunningClock clock, ClockChange change, String because, Instant at) {
        long paused = figures(clock, at).pausedMillis();
        return new ClockMoved(clock, change, null, new Figures(null, null, paused), because);
    }

    private void end(RunningClock clock, Ending ending, Instant at) {
        forget(clock);
        ended.add(new EndedClock(clock, ending, at));
        List<EndedClock> same = ended.stream()
                .filter(past -> past.clock().name().equals(clock.name()))
                .toList();
        if (same.size() > MOST_ENDED) {
            ended.remove(same.get(0));
        }
    }

    private void forget(RunningClock clock) {
        running.removeIf(clock::isRunOf);
        ended.removeIf(past -> past.clock().isRunOf(clock));
    }

    private void withdraw(RunningClock clock, Contact evidence) {
        takeBack(clock, List.of(), evidence);
        forget(clock);
        String because = evidence.words() + " had come before it started, at " + evidence.occurredAt();
        outcomes.add(moved(clock.withReached(List.of()), ClockChange.WITHDRAWN, because));
    }

    /** Steps that were reached, except those that stand. */
    private void takeBack(RunningClock clock, List<ReachedStep> standing, Contact evidence) {
        String because = evidence.words() + " had come in time, at " + evidence.occurredAt();
        for (ReachedStep step : clock.reached()) {
            if (!standing.contains(step)) {
                outcomes.add(new StepReached(
                        clock,
                        step.due().at(step.at()),
                        StepKind.WITHDRAWN,
                        told(clock.step(step.due()), step.took()),
                        step.took(),
                        evidence.eventId(),
                        because,
                        null,
                        false));
            }
        }
    }

    /** A chain that may not reassign any more ends with the manager. */
    private static String told(SlaRules.Step step, boolean takes) {
        return step.reassigns() && !takes ? "manager" : step.tells();
    }

    private boolean open(RunningClock clock, Instant contact) {
        EndedClock end = endOf(clock);
        return end == null || end.yieldsTo(contact);
    }

    private EndedClock endOf(RunningClock clock) {
        return ended.stream()
                .filter(past -> past.clock().isRunOf(clock))
                .findFirst()
                .orElse(null);
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

    private List<RunningClock> later(RunningClock clock) {
        return ofName(clock.name()).stream()
                .filter(other -> other.startedAt().isAfter(clock.startedAt()))
                .toList();
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

    private BusinessCalendar calendar(RunningClock clock) {
        return terms.calendar(clock.rule().calendar(), clock.assignee());
    }

    private BusinessCalendar requiredCalendar(SlaRules.Clock rule) {
        return Objects.requireNonNull(
                terms.calendar(rule.calendar(), holder),
                () -> "Expected calendar " + rule.calendar() + " of clock " + rule.clock()
                        + " in the policy, but it has none");
    }

    private static String words(Assignee assignee) {
        return assignee.isNobody() ? "the queue of team " + assignee.teamId() : "owner " + assignee.ownerId();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
