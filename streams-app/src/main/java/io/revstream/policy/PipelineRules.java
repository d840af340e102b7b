package io.revstream.policy;

import java.util.List;

/**
 * Stages and gates of deals.
 *
 * @param currency ISO 4217, of deals that state none
 * @param stages all stages, first to last
 * @param newDealNeeds fields that a new deal must have
 * @param pushesForReview how many pushes of the close date ask for a forecast review
 * @param manager who is told where a deal states no manager of its own; null for nobody
 * @param stale when a deal has been in its stage for too long
 */
public record PipelineRules(
        String currency,
        List<DealStage> stages,
        List<String> newDealNeeds,
        int pushesForReview,
        String manager,
        StaleRules stale) {

    /**
     * A stage of a deal.
     *
     * @param outcome whether a deal in it is open, won or lost
     * @param required fields that a deal needs before it leaves the stage (before it enters, for a closed one)
     * @param staleAfter after how long in it a deal is stale, where no average counts; null for never
     * @param staleBy whether the average counts before {@code staleAfter}
     */
    public record DealStage(String stage, Outcome outcome, List<String> required, Span staleAfter, StaleBy staleBy) {}

    /** Whether a deal is open. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }

    /** What decides whether a deal is stale in a stage. */
    public enum StaleBy {
        /** The average of the stage; its fixed figure while there is none. */
        AVERAGE,
        /** Its fixed figure alone. */
        FIXED
    }

    /** The stage of that name, or null when the policy knows none. */
    public DealStage stage(String name) {
        return stages.stream()
                .filter(known -> known.stage().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Place of a stage from 0; -1 when the policy knows none of that name. */
    public int rank(String name) {
        return stages.stream().map(DealStage::stage).toList().indexOf(name);
    }

    /** Whether a deal in that stage is open; one in a stage that the policy does not know is. */
    public Outcome outcome(String stage) {
        DealStage known = stage(stage);
        return known == null ? Outcome.OPEN : known.outcome();
    }
}
