package io.revstream.deal;

import io.revstream.pipeline.StageWatch;
import io.revstream.pipeline.StaleThreshold;
import io.revstream.pipeline.Visit;
import io.revstream.policy.Policy;
import io.revstream.sla.RunningClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a deal stands at an instant, what it is timed by, and whether it is stale: computed by the same functions that decide.
 *
 * @param state after the latest decision that was not later than {@code at}
 * @param inStage how long it has been in its stage; null while no stage is known
 * @param threshold how long it may stay there; null when no deal is ever stale there
 * @param staleFrom from when on it is stale as far as the average is known now; null for never, and in a closed stage
 * @param stale whether it was told to be stale, and that stands
 */
public record DealExplanation(
        DealState state, Instant at, Duration inStage, StaleThreshold threshold, Instant staleFrom, boolean stale) {

    /** Explains a deal as it was stored by its latest decision. */
    public static DealExplanation of(DealState state, Policy policy, Instant at) {
        Visit visit = state.standing().visit();
        StageWatch watch = state.watch();
        return new DealExplanation(
                state,
                at,
                visit == null ? null : visit.lasted(at),
                watch == null ? null : watch.threshold(policy.pipeline()),
                watch == null ? null : watch.staleFrom(policy.pipeline()),
                watch != null && watch.isStale());
    }

    /** The clocks that run for it. */
    public List<RunningClock> clocks() {
        return state.clocks().running();
    }
}
