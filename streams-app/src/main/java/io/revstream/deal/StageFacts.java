package io.revstream.deal;

import io.revstream.events.StageAverage;
import io.revstream.events.StageFact;
import io.revstream.events.StageVisited;
import io.revstream.pipeline.DealStanding;
import io.revstream.pipeline.StageVisits;
import io.revstream.pipeline.StageVisits.Stay;
import io.revstream.pipeline.Visit;
import io.revstream.pipeline.VisitNews;
import io.revstream.policy.Policy;
import io.revstream.policy.StaleRules.Average;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decision;
import io.revstream.stream.Output;
import java.util.List;

/** What deals and stages tell each other: how long visits lasted, and what that comes to on average. */
final class StageFacts {

    private StageFacts() {}

    /** Tells stages of the visits that have ended, imported ones too. */
    static void tell(DealDraft draft, DealStanding before) {
        for (VisitNews news : VisitNews.between(before, draft.standing)) {
            Visit visit = news.visit();
            draft.say(
                    Catalogue.STAGE_FACTS,
                    StageState.key(visit.stage()),
                    StageFact.newBuilder()
                            .setStage(visit.stage())
                            .setVisited(new StageVisited(draft.id, visit.enteredAt(), visit.leftAt(), news.withdrawn()))
                            .build());
        }
    }

    /** A stage hears of a visit, or is asked for the average. */
    static Decision<PipelineState> decide(StageState state, StageFact fact, Policy policy) {
        if (fact.getVisited() != null) {
            return Decision.nothing(new StageState(state.stage(), heard(state.visits(), fact.getVisited())));
        }
        if (fact.getAsked() != null) {
            String deal = fact.getAsked().getDealId();
            return Decision.of(
                    state,
                    List.of(new Output(
                            Catalogue.STAGE_FACTS,
                            deal,
                            answer(state, policy.pipeline().stale().average()))));
        }
        return Decision.refused(state, "Expected a visit or a question, but found neither");
    }

    private static StageVisits heard(StageVisits visits, StageVisited visited) {
        Stay stay = new Stay(visited.getDealId(), visited.getEntered(), visited.getLeft());
        return visited.getWithdrawn() ? visits.without(stay) : visits.with(stay);
    }

    /** @param rule null when the policy has dropped averages since it was asked */
    private static StageFact answer(StageState state, Average rule) {
        Long millis = rule == null ? null : state.visits().averageMillis(rule.of(), rule.from());
        int visits = rule == null ? 0 : state.visits().counted(rule.of());
        return StageFact.newBuilder()
                .setStage(state.stage())
                .setAverage(new StageAverage(millis, visits))
                .build();
    }
}
