package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Map;

/** Checks what makes an MQL, and the reasons of a rejection. */
record MqlLint(Problems problems) {

    private static final String A_STAGE = "the name of a stage";

    void check(SourceNode document) {
        SourceNode lifecycle = document.at("lifecycle");
        mql(document.at("mql"), lifecycle, lifecycle.at("stages").texts());
        for (SourceNode reason : document.at("rejection", "reasons").values().values()) {
            reason.at("watch")
                    .items()
                    .forEach(name ->
                            Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
        }
    }

    private void mql(SourceNode mql, SourceNode lifecycle, List<String> stages) {
        String promoted = lifecycle.at("moves", "promoted").text();
        SourceNode open = mql.at("openStages");
        for (SourceNode stage : open.items()) {
            problems.unlessKnown(stage, A_STAGE, stages);
            if (stages.contains(promoted) && stages.indexOf(stage.text()) >= stages.indexOf(promoted)) {
                problems.error(
                        stage,
                        "Expected a stage before \"" + promoted + "\", but found \"" + stage.text()
                                + "\": a promotion would lead nowhere");
            }
        }
        Map<String, SourceNode> entry = lifecycle.at("entry").values();
        if (!open.items().isEmpty() && open.texts().stream().noneMatch(entry::containsKey)) {
            problems.error(
                    open,
                    "Expected an entry rule in lifecycle.entry for one of these stages, but there is none: no lead would ever get there");
        }
        SourceNode rules = mql.at("highIntent", "rules");
        problems.unlessDistinct(rules.each("rule"), "high-intent rule");
        for (SourceNode rule : rules.items()) {
            rule.at("all")
                    .each("kind")
                    .forEach(kind ->
                            Vocabulary.warnOfSlip(kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems));
            if (rule.at("all").items().size() > 1 && !rule.at("within").isPresent()) {
                problems.error(rule, "Expected a window (within) in which these signals must lie, but there is none");
            }
        }
    }
}
