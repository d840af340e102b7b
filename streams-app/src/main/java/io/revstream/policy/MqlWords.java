package io.revstream.policy;

import io.revstream.policy.MqlRules.Audience;
import io.revstream.policy.MqlRules.PromotionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Promotion rules in plain words. */
final class MqlWords {

    private MqlWords() {}

    static String rule(PromotionRule rule) {
        List<String> asked = new ArrayList<>();
        if (rule.score()) {
            asked.add("threshold and floors of the model");
        }
        if (!rule.all().isEmpty()) {
            asked.add(
                    RuleWords.signals(rule.all(), " and ") + (rule.within() == null ? "" : " within " + rule.within()));
        }
        if (rule.needsFitFloor()) {
            asked.add("fit floor");
        }
        if (!rule.stages().isEmpty()) {
            asked.add("stage " + String.join(" or ", rule.stages()));
        }
        String whom = rule.audience() == Audience.EVERYONE
                ? ""
                : "; " + rule.audience().name().toLowerCase(Locale.ROOT) + " leads only";
        return String.join(", ", asked) + whom;
    }
}
