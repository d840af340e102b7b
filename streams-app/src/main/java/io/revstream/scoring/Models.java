package io.revstream.scoring;

import io.revstream.policy.Condition;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;

/** Chooses the scoring model of a lead. */
public final class Models {

    private Models() {}

    /** The first model of which the lead meets all conditions. */
    public static ScoringModel of(Policy policy, Facts facts) {
        for (ScoringModel model : policy.scoring().models()) {
            if (applies(model, facts)) {
                return model;
            }
        }
        throw new IllegalStateException(
                "Expected policy " + policy.version() + " to end with a scoring model for all leads, but none applies");
    }

    private static boolean applies(ScoringModel model, Facts facts) {
        for (Condition condition : model.when()) {
            if (!condition.holds(facts)) {
                return false;
            }
        }
        return true;
    }
}
