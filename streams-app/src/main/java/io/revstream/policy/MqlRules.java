package io.revstream.policy;

import java.util.List;
import java.util.Set;

/**
 * What makes an MQL beside the threshold of the scoring model.
 *
 * @param highIntent actions that promote without reaching the threshold (MQL-03)
 * @param highIntentNeedsFitFloor whether the model's fit floor applies to them
 * @param suppress kinds of leads that are never promoted: customer, competitor (MQL-07)
 * @param openStages stages from which a lead is promoted
 */
public record MqlRules(
        List<HighIntent> highIntent, boolean highIntentNeedsFitFloor, Set<String> suppress, Set<String> openStages) {

    /**
     * A high-intent action.
     *
     * @param all signals that must all have occurred
     * @param within how near to each other they must lie; null where one signal is enough
     */
    public record HighIntent(String rule, List<Signal> all, Span within) {}
}
