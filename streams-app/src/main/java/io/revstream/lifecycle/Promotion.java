package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.MqlRules;
import io.revstream.policy.Policy;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** A person with a role that may do so has qualified the lead (MQL-06). */
    public static Promotion byHand(String decidedBy, String role) {
        return new Promotion(MqlRules.MANUAL, "qualified by " + decidedBy + ", " + role);
    }

    static Promotion by(Qualification.Rule rule) {
        String because = rule.checks().stream()
                .map(check -> check.condition() + " " + check.found() + " (needed: " + check.needed() + ")")
                .collect(Collectors.joining(", "));
        return new Promotion(rule.rule(), because);
    }
}
