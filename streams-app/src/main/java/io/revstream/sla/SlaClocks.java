package io.revstream.sla;

import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.StopEvent;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The clocks of one subject within its current pass. Every contact belongs to the last clock of a name that had started when it
 * occurred, in whatever order things are reported: that clock is met, and those started later are withdrawn (SLA-36).
 *
 * @param pass the pass that the clocks belong to; 0 before the first
 * @param reassigned how often chains have reassigned the subject in this pass
 * @param assignee who has the subject in this pass, or the team in whose queue it waits
 * @param ended the latest clocks that have ended in this pass, oldest first
 * @param contacts the latest contacts, oldest first: a clock may start at an instant that lies behind a contact already reported
 */
public record SlaClocks(
        int pass,
        int reassigned,
        Assignee assignee,
        List<RunningClock> running,
        List<EndedClock> ended,
        List<Contact> contacts) {

    /** No clock has run. */
    public static final SlaClocks NONE = new SlaClocks(0, 0, Assignee.NOBODY, List.of(), List.of(), List.of());

    private static final int MOST_CONTACTS = 3;

    /** The subject was promoted: a pass begins. */
    public Progress promoted(SlaTerms terms, int ofPass, Instant at) {
        return inPass(
                terms,
                ofPass,
                at,
                work -> rules(terms, Start.PROMOTION).forEach(rule -> work.start(rule, 1, at, Assignee.NOBODY)));
    }

    /**
     * The subject waits in a team's queue.
     *
     * @param team the team and its manager, without an owner
     */
    public Progress queued(SlaTerms terms, int ofPass, int round, Assignee team, Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.handOver(team, at);
            rules(terms, Start.QUEUED).forEach(rule -> work.start(rule, round, at, team));
        });
    }

    /**
     * The subject was given to a rep: clocks that wait for an assignment are met, those that run count in his hours from now on, and
     * those whose chain took the subject away from the rep before start again (SLA-32).
     */
    public Progress assigned(SlaTerms terms, int ofPass, int round, Assignee owner, Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.meetAssigned(round, at);
            work.handOver(owner, at);
            rules(terms, Start.ASSIGNMENT)
                    .filter(rule -> work.latest(rule.clock()) == null)
                    .forEach(rule -> work.start(rule, round, at, owner));
            terms.rules().clocks().stream()
                    .filter(rule -> work.wasReassigned(rule.clock()))
                    .forEach(rule -> work.start(rule, round, at, owner));
        });
    }

    /**
     * The subject entered a stage: clocks that wait for it are met, and those of the stage start, unless what they wait for has come.
     *
     * @param isReached whether a stage is the one entered, or lies before it
     * @param isKnown whether an attribute or a fact is known
     */
    public Progress entered(
            SlaTerms terms,
            int ofPass,
            String stage,
            Predicate<String> isReached,
            Predicate<String> isKnown,
            Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.meet(stops -> stops.stage() != null && isReached.test(stops.stage()), at, "stage " + stage);
            rules(terms, Start.STAGE)
                    .filter(rule -> rule.starts().stage().equals(stage) && !isDone(rule, isKnown))
                    .forEach(rule -> work.startAgain(rule, at));
        });
    }

    /**
     * Sales has accepted or rejected the subject.
     *
     * @param because in words
     */
    public Progress answered(SlaTerms terms, String because, Instant at) {
        Clockwork work = new Clockwork(this, terms);
        work.meet(stops -> stops.event() == StopEvent.ACCEPTED, at, because);
        return work.done();
    }

    /** Something may have become known of the subject: clocks that wait for it are met. */
    public Progress learned(SlaTerms terms, Predicate<String> isKnown, Instant at) {
        if (running.stream().noneMatch(clock -> isDone(clock.rule(), isKnown))) {
            return unchanged();
        }
        Clockwork work = new Clockwork(this, terms);
        work.meet(
                stops -> !stops.known().isEmpty() && stops.known().stream().allMatch(isKnown),
                at,
                "all of it is known");
        return work.done();
    }

    private static boolean isDone(SlaRules.Clock rule, Predicate<String> isKnown) {
        return !rule.stops().known().isEmpty() && rule.stops().known().stream().allMatch(isKnown);
    }

    /** An activity was reported, however late: it may stop clocks, and take back what would not have happened had it come in time. */
    public Progress contacted(SlaTerms terms, Contact evidence) {
        List<String> stopped = Stream.concat(running.stream(), ended.stream().map(EndedClock::clock))
                .filter(clock -> evidence.stops(clock.rule().stops()))
                .map(RunningClock::name)
                .distinct()
                .toList();
        boolean contact = terms.rules().clocks().stream().anyMatch(rule -> evidence.stops(rule.stops()));
        if (stopped.isEmpty() && !contact) {
            return unchanged();
        }
        Clockwork work = new Clockwork(this, terms);
        stopped.forEach(name -> work.contact(name, evidence));
        if (contact) {
            work.remember(evidence, MOST_CONTACTS);
        }
        return work.done();
    }

    /** Time has come to that instant: steps due at it or before are reached. Only a wake-up asks this; an input at a deadline is in time. */
    public Progress due(SlaTerms terms, Instant now) {
        Clockwork work = new Clockwork(this, terms);
        work.reachSteps(now);
        return work.done();
    }

    /**
     * What the clocks wait for is not needed any more.
     *
     * @param because in words
     */
    public Progress cancelled(SlaTerms terms, String because, Instant at) {
        Clockwork work = new Clockwork(this, terms);
        work.cancel(because, at);
        return work.done();
    }

    /**
     * Sales need not contact the subject any more: clocks that a promotion or routing started are void, those of stages run on.
     *
     * @param because in words
     */
    public Progress taken(SlaTerms terms, String because, Instant at) {
        Clockwork work = new Clockwork(this, terms);
        work.cancel(clock -> clock.rule().starts().with() != Start.STAGE, because, at);
        return work.done();
    }

    /** The next instant at which a step is due, or null when none is: what is left after a contact. */
    public Instant nextDue() {
        return running.stream()
                .map(RunningClock::nextStep)
                .filter(Objects::nonNull)
                .map(DueStep::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public void write(StateWriter out) {
        SlaClocksCodec.write(out, this);
    }

    public static SlaClocks read(StateReader in) {
        return SlaClocksCodec.read(in);
    }

    /** What comes late from an earlier pass changes nothing. */
    private Progress inPass(SlaTerms terms, int ofPass, Instant at, Consumer<Clockwork> change) {
        if (ofPass < pass) {
            return unchanged();
        }
        Clockwork work = new Clockwork(this, terms);
        work.enter(ofPass, at);
        change.accept(work);
        return work.done();
    }

    private Progress unchanged() {
        return new Progress(this, List.of());
    }

    private static Stream<SlaRules.Clock> rules(SlaTerms terms, Start start) {
        return terms.rules().clocks().stream().filter(rule -> rule.starts().with() == start);
    }
}
