package io.revstream.calibration;

import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thresholds in whole points by scoring model; models that combine to no total have none. */
public record Thresholds(SortedMap<String, Integer> byModel) {

    public Thresholds {
        byModel = Collections.unmodifiableSortedMap(new TreeMap<>(byModel));
    }

    public static Thresholds of(Policy policy) {
        SortedMap<String, Integer> thresholds = new TreeMap<>();
        for (ScoringModel model : policy.scoring().models()) {
            if (model.combination() != Combination.DUAL) {
                thresholds.put(model.name(), model.threshold());
            }
        }
        return new Thresholds(thresholds);
    }

    /** Null for a model without one, and for a lead that no model scored. */
    Integer of(String model) {
        return model == null ? null : byModel.get(model);
    }

    Thresholds with(String model, int threshold) {
        SortedMap<String, Integer> after = new TreeMap<>(byModel);
        after.put(model, threshold);
        return new Thresholds(after);
    }
}
