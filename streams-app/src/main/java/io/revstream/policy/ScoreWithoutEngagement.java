package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.ScoringModel.Combination;
import java.util.HashMap;
import java.util.Map;

/** What the best fit comes to when nothing but the baseline of recycling stands for engagement. */
final class ScoreWithoutEngagement {

    private ScoreWithoutEngagement() {}

    /** Whether such a lead meets what the model asks for; false when the document does not tell. */
    static boolean qualifies(SourceNode model, long baseline) {
        Long threshold = model.at("threshold").number();
        if (threshold == null || model.at("engagementCondition").isPresent()) {
            return false;
        }
        long fit = most(model.at("fit"));
        if (whole(model.at("floors", "fit"), 1) > fit || whole(model.at("floors", "engagement"), 1) > baseline) {
            return false;
        }
        long fitWeight = whole(model.at("weights", "fit"), 50);
        long engagementWeight = whole(model.at("weights", "engagement"), 50);
        return switch (Values.text(model.at("combination"), Combination.NORM.name())) {
            case "NORM" -> {
                long most = Math.max(1, most(model.at("engagement")));
                yield (fit > 0 ? fitWeight : 0) * most + engagementWeight * Math.min(baseline, most)
                        >= threshold * most;
            }
            case "WRAW" -> fitWeight * fit + engagementWeight * baseline >= threshold * 100;
            case "RAW", "SINGLE" -> fit + baseline >= threshold;
            case "DUAL" -> true;
            default -> false;
        };
    }

    /** A number, or another when there is none, as in a document that is broken elsewhere. */
    private static long whole(SourceNode node, long otherwise) {
        return node.number() == null ? otherwise : node.number();
    }

    /** Of the rules of a group, one pays. */
    private static long most(SourceNode rules) {
        long most = 0;
        Map<String, Long> groups = new HashMap<>();
        for (SourceNode rule : rules.items()) {
            long points = whole(rule.at("points"), 0);
            String group = rule.at("group").text();
            if (group == null) {
                most += points;
            } else {
                groups.merge(group, points, Math::max);
            }
        }
        return most + groups.values().stream().mapToLong(Long::longValue).sum();
    }
}
