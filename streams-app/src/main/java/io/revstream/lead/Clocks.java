package io.revstream.lead;

import io.revstream.events.ClockChange;
import io.revstream.events.LeadAssigned;
import io.revstream.events.RoutingReason;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.lifecycle.Status;
import io.revstream.sla.Assignee;
import io.revstream.sla.Progress;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.sla.SlaTerms;
import io.revstream.stream.Catalogue;
import java.time.ZoneId;

/** Publishes what happened to the clocks of a lead, and has it routed again when a step says so. */
final class Clocks {

    private Clocks() {}

    /** What clocks wait for may be known now. */
    static void learned(LeadDraft draft) {
        if (draft.acts()) {
            apply(draft, draft.clocks.learned(SlaTerms.of(draft.policy), draft.facts()::has, draft.now));
        }
    }

    /** Sales has accepted or rejected the lead. */
    static void answered(LeadDraft draft, String because) {
        if (draft.acts()) {
            apply(draft, draft.clocks.answered(SlaTerms.of(draft.policy), because, draft.now));
        }
    }

    /** Sales need not contact the lead any more. */
    static void taken(LeadDraft draft, String because) {
        if (draft.acts()) {
            apply(draft, draft.clocks.taken(SlaTerms.of(draft.policy), because, draft.now));
        }
    }

    /** A team has chosen a rep, or queued the lead. */
    static void assigned(LeadDraft draft, LeadAssigned assigned) {
        SlaTerms terms = SlaTerms.of(draft.policy);
        Assignee assignee = new Assignee(
                assigned.getOwnerId(), assigned.getManagerId(), assigned.getTeamId(), ZoneId.of(assigned.getZone()));
        int pass = assigned.getPass();
        int round = assigned.getRound();
        apply(
                draft,
                assigned.getOwnerId() == null
                        ? draft.clocks.queued(terms, pass, round, assignee, draft.now)
                        : draft.clocks.assigned(terms, pass, round, assignee, draft.now));
    }

    static void apply(LeadDraft draft, Progress progress) {
        draft.clocks = progress.clocks();
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof ClockMoved moved) {
                SlaClockChanged changed = moved.event(draft.id);
                draft.say(Catalogue.SLA_CLOCKS, changed);
                FirstResponses.moved(draft, changed);
                if (moved.change() == ClockChange.MET) {
                    Handoffs.met(draft, moved.clock().name());
                }
            } else if (outcome instanceof StepReached step) {
                SlaStepReached reached = step.event(draft.id);
                draft.say(Catalogue.SLA_BREACHES, reached);
                FirstResponses.reached(draft, reached);
            }
        }
        if (progress.reassignment() != null && draft.standing.status() == Status.ACTIVE) {
            Routing.takeAway(draft, new Takeover(RoutingReason.SLA_BREACH, Preferred.NOBODY));
        }
    }
}
