package io.revstream.deal;

import io.revstream.pipeline.Visit;
import io.revstream.policy.EntryAction;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.sla.Assignee;
import io.revstream.sla.Progress;
import io.revstream.sla.SlaOutcome;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.sla.SlaTerms;
import io.revstream.state.Occurrence;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.Map;

/**
 * The SLA clocks of a deal. Imported history starts none: those of the stage that the deal is in count from its first live event. A deal
 * that is closed needs them no more; one that is taken up again begins another pass.
 */
final class DealClocks {

    private DealClocks() {}

    /** The deal was told of: it has moved, is with another, or more is known of it. */
    static void follow(DealDraft draft) {
        Visit visit = draft.standing.visit();
        if (!draft.acts() || visit == null) {
            return;
        }
        SlaTerms terms = terms(draft);
        int pass = Math.max(draft.clocks.pass(), pass(draft));
        boolean begins = pass > draft.clocks.pass();
        Visit before = begins ? null : draft.timed;
        Instant at = visit.enteredAt().equals(draft.input.occurredAt()) ? visit.enteredAt() : draft.now;
        apply(draft, draft.clocks.changed(terms, pass, assignee(draft), draft.now));
        if (before == null || !before.isSameEntry(visit)) {
            draft.timed = visit;
            entered(draft, before, visit, at);
        }
        Occurrence told = new Occurrence(draft.input.occurredAt(), draft.input.eventId());
        apply(draft, draft.clocks.learned(terms, draft.facts()::has, told, draft.now));
    }

    /** Time has come: what is due is said, and asked for. */
    static void due(DealDraft draft) {
        apply(draft, draft.clocks.due(terms(draft), draft.now, late(draft)));
    }

    private static Instant late(DealDraft draft) {
        Instant clock = draft.input.clock();
        return clock.isBefore(draft.now) ? draft.now : clock;
    }

    private static void entered(DealDraft draft, Visit before, Visit visit, Instant at) {
        SlaTerms terms = terms(draft);
        PipelineRules rules = draft.policy.pipeline();
        int pass = draft.clocks.pass();
        Outcome outcome = rules.outcome(visit.stage());
        if (before == null && outcome == Outcome.OPEN) {
            apply(draft, draft.clocks.began(terms, pass, Start.CREATED, at));
        }
        if (outcome != Outcome.LOST) {
            boolean advanced = before == null || rules.rank(visit.stage()) > rules.rank(before.stage());
            apply(
                    draft,
                    draft.clocks.entered(
                            terms,
                            pass,
                            visit.stage(),
                            advanced,
                            stage -> isReached(stage, visit.stage(), rules),
                            draft.facts()::has,
                            new Occurrence(at, draft.input.eventId())));
        }
        if (outcome != Outcome.OPEN) {
            String because = "the deal is " + (outcome == Outcome.WON ? "won" : "lost");
            apply(draft, draft.clocks.cancelled(terms, because, at));
        }
        if (outcome == Outcome.WON) {
            apply(draft, draft.clocks.began(terms, pass, Start.WON, at));
        }
    }

    /** Whether a deal in the second stage has been in the first or come past it; a deal that is won has not come past the lost ones. */
    private static boolean isReached(String stage, String entered, PipelineRules rules) {
        return stage.equals(entered)
                || (rules.rank(stage) >= 0
                        && rules.rank(stage) < rules.rank(entered)
                        && rules.outcome(stage) == Outcome.OPEN);
    }

    /** A pass begins with each time that a closed deal is taken up again. */
    private static int pass(DealDraft draft) {
        int pass = 1;
        boolean closed = false;
        for (Visit visit : draft.standing.visits()) {
            boolean open = draft.policy.pipeline().outcome(visit.stage()) == Outcome.OPEN;
            pass += closed && open ? 1 : 0;
            closed = !open;
        }
        return pass;
    }

    static Assignee assignee(DealDraft draft) {
        return new Assignee(draft.standing.ownerId(), draft.manager(), draft.standing.field("teamId"), null);
    }

    private static SlaTerms terms(DealDraft draft) {
        return SlaTerms.of(draft.policy, Subject.DEAL).about(draft.facts());
    }

    private static void apply(DealDraft draft, Progress progress) {
        draft.clocks = progress.clocks();
        for (SlaOutcome outcome : progress.outcomes()) {
            if (outcome instanceof StepReached step) {
                draft.say(Catalogue.SLA_BREACHES, outcome.event(draft.id));
                ask(draft, step);
            } else {
                draft.say(Catalogue.SLA_CLOCKS, outcome.event(draft.id));
            }
        }
    }

    private static Map<String, String> details(StepReached step) {
        return Map.of(
                "clock", step.clock().name(),
                "step", step.step().step(),
                "dueAt", step.clock().dueAt().toString());
    }

    private static void ask(DealDraft draft, StepReached step) {
        if (!step.superseded()) {
            for (EntryAction action : terms(draft).does(step)) {
                DealActions.ask(draft, action, step.because(), details(step));
            }
        }
    }
}
