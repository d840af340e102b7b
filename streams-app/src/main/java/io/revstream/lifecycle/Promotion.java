package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import java.util.Optional;

/**
 * A lead becomes an MQL.
 *
 * @param rule the promotion rule that fired
 * @param because the rule in words, with the figures that met it
 */
public record Promotion(String rule, String because) {

    /** The promotion that is due, if any. */
    public static Optional<Promotion> check(
            Facts facts,
            Engagement engagement,
            Scorecard scorecard,
            Standing standing,
            Policy policy,
            boolean customer) {
        return Qualification.of(facts, engagement, scorecard, standing, policy, customer)
                .promotion();
    }
}
