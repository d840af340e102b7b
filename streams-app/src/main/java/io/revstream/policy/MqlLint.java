package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Objects;

/** Checks what makes an MQL: that each rule can hold, and that a promotion leads forward. */
final class MqlLint {

    private static final String A_STAGE = "the name of a stage";

    private final SourceNode document;
    private final SignalLint signals;
    private final Problems problems;

    MqlLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        signals = new SignalLint(document, problems);
    }

    void check() {
        SourceNode lifecycle = document.at("lifecycle");
        SourceNode mql = document.at("mql");
        openStages(mql.at("openStages"), lifecycle);
        SourceNode rules = mql.at("rules");
        problems.unlessDistinct(rules.each("rule"), "promotion rule");
        for (SourceNode rule : rules.items()) {
            asks(rule);
            stages(rule, mql.at("openStages"));
            audience(rule);
        }
        neverFirst(rules.items());
        if (!rules.items().isEmpty() && rules.items().stream().noneMatch(MqlLint::byScore)) {
            problems.warning(
                    rules, "Expected a rule with score: true, but there is none: no lead is promoted by its score");
        }
    }

    static boolean byScore(SourceNode rule) {
        return Values.flag(rule.at("score"), false);
    }

    private void openStages(SourceNode open, SourceNode lifecycle) {
        List<String> stages = LifecycleBuilder.names(lifecycle);
        String promoted = lifecycle.at("promoted").text();
        for (SourceNode stage : open.items()) {
            problems.unlessKnown(stage, A_STAGE, stages);
            if (stages.contains(promoted) && stages.indexOf(stage.text()) >= stages.indexOf(promoted)) {
                problems.error(
                        stage,
                        "Expected a stage before \"" + promoted + "\", but found \"" + stage.text()
                                + "\": a promotion would lead nowhere");
            }
        }
        if (!open.items().isEmpty()
                && lifecycle.at("stages").items().stream().noneMatch(stage -> leadsTo(stage, open.texts()))) {
            problems.error(
                    open,
                    "Expected a gate (entry) of one of these stages, but there is none: no lead would ever get there");
        }
    }

    private void asks(SourceNode rule) {
        if (MqlRules.MANUAL.equals(rule.at("rule").text())) {
            problems.error(rule.at("rule"), "Expected another name, but \"manual\" is that of a qualification by hand");
        }
        SourceNode all = rule.at("all");
        signals.check(all);
        if (!byScore(rule) && !all.isPresent()) {
            problems.error(rule, "Expected score: true or signals (all), but the rule asks for neither");
        }
        if (all(rule).size() > 1 && !rule.at("within").isPresent()) {
            problems.error(rule, "Expected a window (within) in which these signals must lie, but there is none");
        }
    }

    private void stages(SourceNode rule, SourceNode open) {
        SourceNode stages = rule.at("stages");
        for (SourceNode stage : stages.items()) {
            problems.unlessKnown(stage, "one of the open stages", open.texts());
        }
        if (stages.isPresent() && "recycled".equals(rule.at("for").text())) {
            problems.error(
                    stages,
                    "Expected no stages beside for: recycled, but found some: a recycled lead has left them, so the rule can never hold");
        }
    }

    private void audience(SourceNode rule) {
        if ("recycled".equals(rule.at("for").text()) && !RejectionLint.recycles(document)) {
            problems.error(
                    rule.at("for"),
                    "Expected a reason that recycles, but none does: a rule for recycled leads can never hold");
        }
    }

    /** A rule that asks for all that an earlier one asks for, and more, is never the first that holds. */
    private void neverFirst(List<SourceNode> rules) {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (implies(rules.get(later), rules.get(earlier))) {
                    problems.warning(
                            rules.get(later).at("rule"),
                            "Expected a rule that holds before \""
                                    + rules.get(earlier).at("rule").text() + "\" does, but where \""
                                    + rules.get(later).at("rule").text() + "\" holds, that one does: it never decides");
                    break;
                }
            }
        }
    }

    private List<SourceNode> all(SourceNode rule) {
        return SignalLint.signals(rule.at("all"), document.at("signals"));
    }

    private static boolean leadsTo(SourceNode stage, List<String> open) {
        return stage.at("entry").isPresent()
                && open.contains(LifecycleBuilder.name(stage).text());
    }

    private boolean implies(SourceNode later, SourceNode earlier) {
        String audience = earlier.at("for").text();
        boolean sameLeads = audience == null
                || audience.equals("everyone")
                || audience.equals(later.at("for").text());
        boolean sameStages = !earlier.at("stages").isPresent()
                || (later.at("stages").isPresent()
                        && earlier.at("stages")
                                .texts()
                                .containsAll(later.at("stages").texts()));
        boolean sameWindow = !earlier.at("within").isPresent()
                || all(earlier).size() < 2
                || Objects.equals(
                        earlier.at("within").text(), later.at("within").text());
        boolean noFloor =
                !Values.flag(earlier.at("needsFitFloor"), false) || Values.flag(later.at("needsFitFloor"), false);
        return sameLeads
                && sameStages
                && sameWindow
                && noFloor
                && (!byScore(earlier) || byScore(later))
                && all(earlier).stream()
                        .allMatch(signal -> all(later).stream().anyMatch(other -> isOne(other, signal)));
    }

    /** Whether each activity that is the one signal is the other one too. */
    private static boolean isOne(SourceNode signal, SourceNode of) {
        String kind = of.at("kind").text();
        String asset = of.at("asset").text();
        return kind != null
                && kind.equals(signal.at("kind").text())
                && (asset == null || asset.equals(signal.at("asset").text()));
    }
}
