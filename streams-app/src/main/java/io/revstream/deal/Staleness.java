package io.revstream.deal;

import io.revstream.events.StageAverage;
import io.revstream.events.StageAverageAsked;
import io.revstream.events.StageFact;
import io.revstream.pipeline.StageWatch;
import io.revstream.pipeline.StaleAlert;
import io.revstream.pipeline.StaleThreshold;
import io.revstream.pipeline.Visit;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.policy.StaleRules.Reaction;
import io.revstream.stream.Catalogue;
import java.time.Instant;

/**
 * Tells of a deal that stays in its stage for too long, once in each visit (SLA-08). It asks the stage for its average when it enters, and
 * again when it seems stale: the average may have moved.
 */
final class Staleness {

    private Staleness() {}

    /** The deal was told of: it has moved on, or was updated. */
    static void follow(DealDraft draft) {
        Visit visit = draft.standing.visit();
        if (draft.watch != null && !draft.watch.isOf(visit)) {
            resolve(draft, "moved to " + visit.stage());
            draft.watch = null;
        }
        if (!watches(visit, draft.policy.pipeline())) {
            draft.watch = null;
            return;
        }
        draft.watch = draft.watch == null ? StageWatch.of(visit) : draft.watch.begun(visit.enteredAt());
        if (!draft.acts()) {
            return;
        }
        resolve(draft, "updated");
        draft.watch = draft.watch.touched(draft.now);
        if (!draft.watch.ended()) {
            if (asks(draft) && draft.watch.average() == null) {
                ask(draft);
            } else {
                look(draft);
            }
        }
    }

    /** The stage has answered. */
    static void answered(DealDraft draft, String stage, StageAverage answer) {
        if (draft.watch == null || !draft.watch.stage().equals(stage)) {
            return;
        }
        draft.watch = draft.watch.answered(new StageWatch.Average(answer.getAverageMillis(), answer.getOf()));
        if (draft.watch.stale() == null && !draft.watch.ended()) {
            look(draft);
        }
    }

    /** Time has come to look at it. */
    static void due(DealDraft draft) {
        StageWatch watch = draft.watch;
        if (watch == null || watch.dueAt() == null || watch.dueAt().isAfter(draft.now)) {
            return;
        }
        Instant from = watch.staleFrom(draft.policy.pipeline());
        if (watch.isStale()) {
            react(draft);
        } else if (asks(draft) && from != null && !from.isAfter(draft.now)) {
            ask(draft);
        } else {
            look(draft);
        }
    }

    private static boolean watches(Visit visit, PipelineRules rules) {
        DealStage stage = visit == null ? null : rules.stage(visit.stage());
        return stage != null && stage.outcome() == Outcome.OPEN;
    }

    private static boolean asks(DealDraft draft) {
        return StaleThreshold.asksAverage(draft.watch.stage(), draft.policy.pipeline());
    }

    private static void ask(DealDraft draft) {
        if (!draft.watch.asked()) {
            String stage = draft.watch.stage();
            draft.watch = draft.watch.asking();
            draft.say(
                    Catalogue.STAGE_FACTS,
                    StageState.key(stage),
                    StageFact.newBuilder()
                            .setStage(stage)
                            .setAsked(new StageAverageAsked(draft.id))
                            .build());
        }
    }

    /** Whether it is stale by what is known. An update that came since has cleared it before it was told. */
    private static void look(DealDraft draft) {
        if (draft.watch.asked()) {
            return;
        }
        Instant from = draft.watch.staleFrom(draft.policy.pipeline());
        if (from == null || from.isAfter(draft.now)) {
            draft.watch = draft.watch.wakingAt(from);
        } else if (draft.watch.touchedSince(from)) {
            draft.watch = draft.watch.end();
        } else {
            StaleThreshold threshold = draft.watch.threshold(draft.policy.pipeline());
            draft.watch = draft.watch.stale(new StageWatch.Stale(draft.now, threshold.millis()));
            draft.say(
                    Catalogue.DEAL_ALERTS,
                    StaleAlert.told(draft.id, draft.standing, draft.watch, threshold, draft.now));
            react(draft);
        }
    }

    private static void react(DealDraft draft) {
        Instant next = null;
        for (Reaction step : draft.policy.pipeline().stale().reaction()) {
            Instant due = draft.watch.due(step);
            if (draft.watch.reached().contains(step.step())) {
                continue;
            }
            if (due.isAfter(draft.now)) {
                next = next == null || due.isBefore(next) ? due : next;
            } else {
                draft.watch = draft.watch.reaching(step.step());
                step.does().forEach(action -> DealActions.ask(draft, action, "stale in " + draft.watch.stage()));
            }
        }
        draft.watch = draft.watch.wakingAt(next);
    }

    private static void resolve(DealDraft draft, String because) {
        if (draft.watch == null || !draft.watch.isStale()) {
            return;
        }
        if (draft.acts()) {
            draft.say(Catalogue.DEAL_ALERTS, StaleAlert.resolved(draft.id, draft.standing, draft.watch, because));
        }
        draft.watch = draft.watch.end();
    }
}
