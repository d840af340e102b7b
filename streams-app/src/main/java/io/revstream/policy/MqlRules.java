package io.revstream.policy;

import java.util.List;
import java.util.Set;

/**
 * What makes an MQL (domain 3.1).
 *
 * @param rules in order: the first that holds promotes
 * @param manual roles of those who may qualify a lead by hand, in lower case (MR-8); none for nobody
 * @param suppress kinds of leads that are never promoted: customer, competitor (MQL-07)
 * @param openStages stages from which a lead is promoted
 */
public record MqlRules(List<PromotionRule> rules, Set<String> manual, Set<String> suppress, Set<String> openStages) {

    /** A promotion by hand names this rule (MQL-06). */
    public static final String MANUAL = "manual";

    /**
     * A promotion rule: all that it says must hold.
     *
     * @param score whether the score must reach what its model asks for: threshold and floors
     * @param all signals that must all have occurred (MQL-03)
     * @param within how near to each other they must lie; null where one signal is enough
     * @param stages the only stages from which it promotes; none for all open stages (MR-6)
     * @param needsFitFloor whether the model's fit floor applies to it
     */
    public record PromotionRule(
            String rule,
            boolean score,
            List<Signal> all,
            Span within,
            Set<String> stages,
            Audience audience,
            boolean needsFitFloor) {}

    /** Whom a rule promotes (domain 6.4). */
    public enum Audience {
        EVERYONE,
        /** Leads that sales has never rejected. */
        NEW,
        /** Leads that were recycled. */
        RECYCLED;

        /** Whether a lead belongs to it. */
        public boolean has(boolean recycled) {
            return switch (this) {
                case EVERYONE -> true;
                case NEW -> !recycled;
                case RECYCLED -> recycled;
            };
        }
    }
}
