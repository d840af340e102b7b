package io.revstream.lead;

import io.revstream.events.ActivityEvent;
import io.revstream.events.ClockChange;
import io.revstream.events.LeadAssigned;
import io.revstream.events.RepFact;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import io.revstream.sla.Assignee;
import io.revstream.sla.Contact;
import io.revstream.sla.Progress;
import io.revstream.sla.SlaClocks;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.sla.SlaTerms;
import io.revstream.sla.Wait;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.util.function.BiFunction;

/** Moves the clocks of a lead, publishes what happened to them, and sees to what their chains ask for. History moves none. */
final class Clocks {

    private Clocks() {}

    static void promoted(LeadDraft draft) {
        int pass = draft.standing.pass();
        move(draft, (clocks, terms) -> clocks.promoted(terms, pass, draft.now));
    }

    /** The lead entered a stage. */
    static void entered(LeadDraft draft, String stage) {
        LifecycleRules rules = draft.policy.lifecycle();
        int rank = rules.rank(stage);
        move(
                draft,
                (clocks, terms) -> clocks.entered(
                        terms,
                        draft.standing.pass(),
                        stage,
                        other -> rules.rank(other) <= rank && rules.rank(other) >= 0,
                        draft.facts()::has,
                        draft.now));
    }

    /** A team has chosen a rep, or queued the lead. */
    static void assigned(LeadDraft draft, LeadAssigned assigned) {
        int pass = assigned.getPass();
        int round = assigned.getRound();
        Assignee who = Assignees.of(assigned);
        Wait wait = new Wait(assigned.getAskedAt(), Duration.ofMillis(assigned.getWaitedMillis()));
        move(
                draft,
                (clocks, terms) -> who.ownerId() == null
                        ? clocks.queued(terms, pass, round, who, draft.now)
                        : clocks.assigned(terms, pass, round, who, wait, draft.now));
    }

    /** The owner works at other hours, is away at other times, or somebody else stands in for him. */
    static void changed(LeadDraft draft, RepFact fact) {
        Assignee who = Assignees.of(fact);
        move(draft, (clocks, terms) -> clocks.changed(terms, fact.getPass(), who, draft.now));
    }

    /** The calendars of the policy may have changed. */
    static void recalendared(LeadDraft draft) {
        move(draft, (clocks, terms) -> clocks.recalendared(terms, draft.now));
    }

    /** An activity happened, however long ago: it may be a contact. */
    static void happened(LeadDraft draft, ActivityEvent activity) {
        Contact contact =
                new Contact(activity.getKind(), activity.getBy(), activity.getOccurredAt(), activity.getEventId());
        move(draft, (clocks, terms) -> clocks.contacted(terms, contact));
    }

    /** Time has come to the instant of the decision. */
    static void due(LeadDraft draft) {
        move(draft, (clocks, terms) -> clocks.due(terms, draft.now, draft.input.clock()));
    }

    /** What clocks wait for may be known now. */
    static void learned(LeadDraft draft) {
        move(draft, (clocks, terms) -> clocks.learned(terms, draft.facts()::has, draft.now));
    }

    /** Sales has accepted or rejected the lead. */
    static void answered(LeadDraft draft, String because) {
        move(draft, (clocks, terms) -> clocks.answered(terms, because, draft.now));
    }

    /** Sales need not contact the lead any more. */
    static void taken(LeadDraft draft, String because) {
        move(draft, (clocks, terms) -> clocks.taken(terms, because, draft.now));
    }

    /** Nothing is expected of anybody any more. */
    static void cancelled(LeadDraft draft, String because) {
        move(draft, (clocks, terms) -> clocks.cancelled(terms, because, draft.now));
    }

    private static void move(LeadDraft draft, BiFunction<SlaClocks, SlaTerms, Progress> how) {
        if (draft.acts()) {
            SlaTerms terms = SlaTerms.of(draft.policy).about(draft.facts()).since(draft.engagement::latestAt);
            apply(draft, terms, how.apply(draft.clocks, terms));
        }
    }

    private static void apply(LeadDraft draft, SlaTerms terms, Progress progress) {
        draft.clocks = progress.clocks();
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof ClockMoved moved) {
                say(draft, moved);
            } else if (outcome instanceof StepReached step) {
                say(draft, step);
                StepActions.reached(draft, terms, step);
            }
        }
        progress.takenOver().forEach(step -> StepActions.takenOver(draft, terms, step));
        if (progress.reassignment() != null && draft.standing.status() == Status.ACTIVE) {
            Routing.takeAway(draft, Takeover.by(progress.reassignment()));
        }
    }

    private static void say(LeadDraft draft, ClockMoved moved) {
        SlaClockChanged changed = moved.event(draft.id);
        draft.say(Catalogue.SLA_CLOCKS, changed);
        FirstResponses.moved(draft, changed);
        if (moved.change() == ClockChange.MET) {
            Handoffs.met(draft, moved.clock().name());
        }
    }

    private static void say(LeadDraft draft, StepReached step) {
        SlaStepReached reached = step.event(draft.id);
        draft.say(Catalogue.SLA_BREACHES, reached);
        FirstResponses.reached(draft, reached);
    }
}
