package io.revstream.pipeline;

import io.revstream.pipeline.Finding.Kind;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A deal's move from one stage to another. */
final class StageMove {

    private StageMove() {}

    static List<Finding> check(DealStanding before, DealStanding after, PipelineRules rules) {
        DealStage to = rules.stage(after.stage());
        if (to == null) {
            return List.of(unknown(after.stage(), rules));
        }
        DealStage from = rules.stage(before.stage());
        if (to.equals(from)) {
            return List.of();
        }
        if (from != null && backward(from, to, rules)) {
            String because = from.stage() + " to " + to.stage() + " is a move backward";
            return List.of(new Finding(Kind.MOVED_BACKWARD, List.of(from.stage()), because));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> skipped = from == null ? List.of() : skipped(from, to, before, rules);
        if (!skipped.isEmpty()) {
            String because = from.stage() + " to " + to.stage() + " without " + String.join(", ", skipped);
            findings.add(new Finding(Kind.STAGES_SKIPPED, skipped, because));
        }
        List<String> missing = missing(after, required(from, to));
        if (!missing.isEmpty()) {
            String because = "moved to " + to.stage() + " without " + String.join(", ", missing);
            findings.add(new Finding(Kind.FIELDS_MISSING, missing, because));
        }
        return findings;
    }

    static Finding unknown(String stage, PipelineRules rules) {
        List<String> known = rules.stages().stream().map(DealStage::stage).toList();
        return new Finding(
                Kind.UNKNOWN_STAGE, List.of(stage), "Expected one of " + known + ", but the stage is " + stage);
    }

    static List<String> missing(DealStanding deal, Iterable<String> needed) {
        List<String> missing = new ArrayList<>();
        for (String field : needed) {
            if (deal.field(field) == null) {
                missing.add(field);
            }
        }
        return List.copyOf(missing);
    }

    /** A closed deal that moves on at all has been taken back. */
    private static boolean backward(DealStage from, DealStage to, PipelineRules rules) {
        return from.outcome() != Outcome.OPEN
                || (to.outcome() == Outcome.OPEN && rules.rank(to.stage()) < rules.rank(from.stage()));
    }

    /** Open stages in between that were never visited; a deal may be lost from any stage. */
    private static List<String> skipped(DealStage from, DealStage to, DealStanding before, PipelineRules rules) {
        if (to.outcome() == Outcome.LOST) {
            return List.of();
        }
        return rules.stages().subList(rules.rank(from.stage()) + 1, rules.rank(to.stage())).stream()
                .filter(between -> between.outcome() == Outcome.OPEN && !before.visited(between.stage()))
                .map(DealStage::stage)
                .toList();
    }

    /** What the stage asks for on leaving it, and a closed one on entering; a lost deal need not finish the stage it was lost in. */
    private static Set<String> required(DealStage from, DealStage to) {
        Set<String> required = new LinkedHashSet<>();
        if (from != null && to.outcome() != Outcome.LOST) {
            required.addAll(from.required());
        }
        if (to.outcome() != Outcome.OPEN) {
            required.addAll(to.required());
        }
        return required;
    }
}
