package io.revstream.policy;

import java.util.List;

/**
 * Stages and gates of deals.
 *
 * @param currency ISO 4217, of deals that state none
 * @param stages all stages, first to last
 * @param newDealNeeds fields that a new deal must have
 * @param pushesForReview how many pushes of the close date ask for a forecast review
 */
public record PipelineRules(String currency, List<DealStage> stages, List<String> newDealNeeds, int pushesForReview) {

    /**
     * A stage of a deal.
     *
     * @param outcome whether a deal in it is open, won or lost
     * @param required fields that a deal needs before it leaves the stage (before it enters, for a closed one)
     */
    public record DealStage(String stage, Outcome outcome, List<String> required) {}

    /** Whether a deal is open. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }

    /** Whether a deal in that stage is open; one in a stage that the policy does not know is. */
    public Outcome outcome(String stage) {
        return stages.stream()
                .filter(known -> known.stage().equals(stage))
                .map(DealStage::outcome)
                .findFirst()
                .orElse(Outcome.OPEN);
    }
}
