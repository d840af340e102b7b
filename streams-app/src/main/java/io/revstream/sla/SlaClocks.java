package io.revstream.sla;

import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.StopEvent;
import io.revstream.state.Occurrence;
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
 * @param promotedAt when the subject was promoted in this pass; null when it was not
 * @param assignee who has the subject in this pass, or the team in whose queue it waits
 * @param ended the latest clocks that have ended in this pass, oldest first
 * @param contacts the latest contacts, oldest first: a clock may start at an instant that lies behind a contact already reported
 */
public record SlaClocks(
        int pass,
        int reassigned,
        Instant promotedAt,
        Assignee assignee,
        List<RunningClock> running,
        List<EndedClock> ended,
        List<Contact> contacts) {

    /** No clock has run. */
    public static final SlaClocks NONE = new SlaClocks(0, 0, null, Assignee.NOBODY, List.of(), List.of(), List.of());

    private static final int MOST_CONTACTS = 4;

    /** The subject was promoted: a pass begins. */
    public Progress promoted(SlaTerms terms, int ofPass, Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.promoted(at);
            rules(terms, Start.PROMOTION).forEach(rule -> work.start(rule, 1, at));
        });
    }

    /**
     * Something began that clocks start with, other than a promotion, a stage and what routing does.
     *
     * @param start CREATED or WON
     */
    public Progress began(SlaTerms terms, int ofPass, Start start, Instant at) {
        return inPass(terms, ofPass, at, work -> rules(terms, start).forEach(rule -> work.start(rule, 1, at)));
    }

    /**
     * The subject waits in a team's queue.
     *
     * @param team the team and its manager, without an owner
     */
    public Progress queued(SlaTerms terms, int ofPass, int round, Assignee team, Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.handOver(team, at);
            work.startWithheld(at);
            rules(terms, Start.QUEUED).forEach(rule -> work.start(rule, round, at));
        });
    }

    /** The subject was given to a rep, and nobody knows how long that took; see {@link #assigned(SlaTerms, int, int, Assignee, Wait, Instant)}. */
    public Progress assigned(SlaTerms terms, int ofPass, int round, Assignee owner, Instant at) {
        return assigned(terms, ofPass, round, owner, Wait.UNKNOWN, at);
    }

    /**
     * The subject was given to a rep: clocks that wait for an assignment are met, those that run count in his hours from now on, and
     * those whose chain took the subject away from the rep before start again (SLA-32).
     *
     * @param wait how long it took: what the pipeline itself took is not charged to the rep
     */
    public Progress assigned(SlaTerms terms, int ofPass, int round, Assignee owner, Wait wait, Instant at) {
        return inPass(terms, ofPass, at, work -> {
            work.meetAssigned(round, at);
            work.delay(wait.ofSystem(at), wait.askedAt());
            work.handOver(owner, at);
            work.startWithheld(at);
            rules(terms, Start.ASSIGNMENT)
                    .filter(rule -> work.latest(rule.clock()) == null)
                    .forEach(rule -> work.start(rule, round, at));
            terms.clocks()
                    .filter(rule -> work.wasReassigned(rule.clock()))
                    .forEach(rule -> work.takeOver(rule, round, at));
        });
    }

    /**
     * The subject is with another without having been routed, or who has it works at other hours or is away at other times. Steps that
     * were reached stay; the others are due anew, but never before now.
     */
    public Progress changed(SlaTerms terms, int ofPass, Assignee who, Instant at) {
        if (ofPass == pass && who.equals(assignee)) {
            return unchanged();
        }
        return inPass(terms, ofPass, at, work -> work.handOver(who, at));
    }

    /** The calendars of the policy have changed: deadlines move with them, though not with other changes of a policy. */
    public Progress recalendared(SlaTerms terms, Instant at) {
        Clockwork work = new Clockwork(this, terms);
        work.retime("the calendar has changed", at);
        return work.done();
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
        return entered(terms, ofPass, stage, true, isReached, isKnown, new Occurrence(at, ""));
    }

    /**
     * The subject entered a stage, which may lie before the one that it was in, and may be told late: then steps that it would have
     * prevented are taken back.
     *
     * @param advanced whether it lies beyond: clocks that each advance starts anew run on with a step back
     * @param by the event that tells it
     */
    public Progress entered(
            SlaTerms terms,
            int ofPass,
            String stage,
            boolean advanced,
            Predicate<String> isReached,
            Predicate<String> isKnown,
            Occurrence by) {
        Instant at = by.at();
        return inPass(terms, ofPass, at, work -> {
            Contact evidence = new Contact("stage " + stage, null, at, by.eventId());
            work.meet(stops -> stops.stage() != null && isReached.test(stops.stage()), evidence);
            if (advanced) {
                work.advance(at, "stage " + stage + "; it starts anew");
            }
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

    /** Something may have become known of the subject: clocks that wait for it are met, and variants that ask for it may apply. */
    public Progress learned(SlaTerms terms, Predicate<String> isKnown, Instant at) {
        return learned(terms, isKnown, new Occurrence(at, ""), at);
    }

    /**
     * The same, told late perhaps: then steps that it would have prevented are taken back.
     *
     * @param by the event that tells it
     * @param at the instant of the decision
     */
    public Progress learned(SlaTerms terms, Predicate<String> isKnown, Occurrence by, Instant at) {
        boolean concerned = running.stream()
                .anyMatch(clock -> isDone(clock.rule(), isKnown)
                        || (clock.variant() == 0 && !clock.variants().isEmpty()));
        if (!concerned) {
            return unchanged();
        }
        Clockwork work = new Clockwork(this, terms);
        work.meet(
                stops -> !stops.known().isEmpty() && stops.known().stream().allMatch(isKnown),
                new Contact("all of it is known", null, by.at(), by.eventId()));
        work.vary(at);
        return work.done();
    }

    private static boolean isDone(SlaRules.Clock rule, Predicate<String> isKnown) {
        return !rule.stops().known().isEmpty() && rule.stops().known().stream().allMatch(isKnown);
    }

    /** An activity was reported, however late: it may stop clocks, and take back what would not have happened had it come in time. */
    public Progress contacted(SlaTerms terms, Contact evidence) {
        List<String> concerned = Stream.concat(running.stream(), ended.stream().map(EndedClock::clock))
                .filter(clock -> evidence.concerns(clock.rule()))
                .map(RunningClock::name)
                .distinct()
                .toList();
        boolean contact = terms.clocks().anyMatch(evidence::concerns);
        if (concerned.isEmpty() && !contact) {
            return unchanged();
        }
        Clockwork work = new Clockwork(this, terms);
        concerned.forEach(name -> work.contact(name, evidence));
        if (contact) {
            work.remember(evidence, MOST_CONTACTS);
        }
        return work.done();
    }

    /** Time has come to that instant, and nothing is late; see {@link #due(SlaTerms, Instant, Instant)}. */
    public Progress due(SlaTerms terms, Instant now) {
        return due(terms, now, now);
    }

    /**
     * Time has come to that instant: steps due at it or before are reached. Only a wake-up asks this; an input at a deadline is in time.
     *
     * @param saidAt when it is said, which an outage may make much later
     */
    public Progress due(SlaTerms terms, Instant now, Instant saidAt) {
        Clockwork work = new Clockwork(this, terms);
        work.elapse(now, saidAt);
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

    /** The next instant at which a step is due or a pause ends, or null when none is: what is left after a contact. */
    public Instant nextDue() {
        return running.stream()
                .map(RunningClock::nextDue)
                .filter(Objects::nonNull)
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
        return new Progress(this, List.of(), List.of());
    }

    private static Stream<SlaRules.Clock> rules(SlaTerms terms, Start start) {
        return terms.clocks().filter(rule -> rule.starts().with() == start);
    }
}
