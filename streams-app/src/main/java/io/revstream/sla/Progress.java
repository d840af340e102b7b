package io.revstream.sla;

import io.revstream.sla.SlaOutcome.StepReached;
import java.util.List;

/**
 * What became of the clocks.
 *
 * @param clocks the clocks after it
 * @param outcomes what happened, in order
 * @param takenOver steps that took the subject from the owner before: what they ask for the new owner is due now
 */
public record Progress(SlaClocks clocks, List<SlaOutcome> outcomes, List<StepReached> takenOver) {

    /** The step that takes the lead away from its owner, or null when none does: a new routing round is to be asked for. */
    public StepReached reassignment() {
        return outcomes.stream()
                .filter(StepReached.class::isInstance)
                .map(StepReached.class::cast)
                .filter(step -> step.reassigns() && step.evidence() == null)
                .findFirst()
                .orElse(null);
    }
}
