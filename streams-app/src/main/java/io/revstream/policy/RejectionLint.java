package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Map;

/** Checks what a rejection leads to: that wake-ups can come, that rejected leads can come back, and that they do not do so at once. */
record RejectionLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode rejection = document.at("rejection");
        Map<String, SourceNode> reasons = rejection.at("reasons").values();
        boolean any = Values.flag(rejection.at("anyReasonRecycles"), false);
        for (SourceNode reason : reasons.values()) {
            if (archives(reason) && !any) {
                wakesNobody(reason);
            }
            watch(reason);
            date(reason);
            timer(reason, rejection.at("recycling"));
            new SignalLint(document, problems).check(reason.at("needs", "any"));
        }
        Vocabulary.warnOfSlip(rejection.at("recycling", "port"), "a port", Vocabulary.PORTS, problems);
        problems.unlessKnown(
                document.at("lifecycle", "closedLostReason"), "a reason code of rejection.reasons", reasons.keySet());
        comesBack(document);
        circle(document);
    }

    /** Whether anything recycles a lead. */
    static boolean recycles(SourceNode document) {
        SourceNode rejection = document.at("rejection");
        return Values.flag(rejection.at("anyReasonRecycles"), false)
                || "recycle".equals(document.at("lifecycle", "onClosedLost").text())
                || rejection.at("reasons").values().values().stream().anyMatch(reason -> !archives(reason));
    }

    private static boolean archives(SourceNode reason) {
        return "archive".equals(reason.at("then").text());
    }

    private void wakesNobody(SourceNode reason) {
        for (String wake : List.of("watch", "when", "reengageAfter", "reengageBefore", "nurture")) {
            if (reason.at(wake).isPresent()) {
                problems.error(
                        reason.at(wake),
                        "Expected no " + wake + " beside then: archive, but found one: nothing wakes an archived lead");
            }
        }
    }

    private void watch(SourceNode reason) {
        boolean grows = "grows".equals(reason.at("when").text());
        if (reason.at("when").isPresent() && reason.at("watch").items().isEmpty()) {
            problems.error(reason.at("when"), "Expected attributes to watch beside when, but there are none");
        }
        for (SourceNode attribute : reason.at("watch").items()) {
            Vocabulary.warnOfSlip(attribute, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems);
            if (grows
                    && Vocabulary.ATTRIBUTES.contains(attribute.text())
                    && !Vocabulary.NUMBERS.contains(attribute.text())) {
                problems.error(
                        attribute,
                        "Expected an attribute that holds a number, but \"" + attribute.text()
                                + "\" holds none: it can never grow");
            }
        }
    }

    private void date(SourceNode reason) {
        SourceNode date = reason.at("reengageBefore", "date");
        if (date.text() != null && Vocabulary.ATTRIBUTES.contains(date.text())) {
            problems.error(
                    date,
                    "Expected an attribute that holds a date, but \"" + date.text()
                            + "\" holds none: the wake-up can never come");
        }
        if (date.isPresent() && reason.at("reengageAfter").isPresent()) {
            problems.error(date, "Expected either reengageAfter or reengageBefore, but found both");
        }
    }

    private void timer(SourceNode reason, SourceNode recycling) {
        boolean later = "later".equals(reason.at("nurture").text());
        SourceNode after = reason.at("reengageAfter");
        Span wake = Span.of(after);
        Span archive = Span.of(recycling.at("archiveAfter"));
        if (!later && isElapsed(wake) && isElapsed(archive) && wake.elapsed().compareTo(archive.elapsed()) >= 0) {
            problems.error(
                    after,
                    "Expected less than " + archive + ", after which an idle lead is archived, but found " + wake
                            + ": the wake-up can never come");
        }
        boolean wakes = after.isPresent()
                || reason.at("reengageBefore").isPresent()
                || !reason.at("watch").items().isEmpty();
        if (later && !wakes) {
            problems.error(
                    reason.at("nurture"),
                    "Expected reengageAfter, reengageBefore or watch beside nurture: later, but there is none: nurture would never begin");
        }
        if (later && !recycling.isPresent()) {
            problems.error(
                    reason.at("nurture"),
                    "Expected a nurture in rejection.recycling that begins later, but there is none");
        }
    }

    private static boolean isElapsed(Span span) {
        return span != null && !span.business();
    }

    private void comesBack(SourceNode document) {
        SourceNode rules = document.at("mql", "rules");
        if (!rules.items().isEmpty()
                && recycles(document)
                && rules.items().stream()
                        .allMatch(rule -> "new".equals(rule.at("for").text()))) {
            problems.error(
                    rules,
                    "Expected a rule for recycled leads, but all are for new ones: no rejected lead would come back");
        }
    }

    /** A lead that qualifies without doing anything after it was rejected goes to sales again at once, and so on for ever. */
    private void circle(SourceNode document) {
        boolean byScore = document.at("mql", "rules").items().stream()
                .anyMatch(rule -> MqlLint.byScore(rule)
                        && !rule.at("all").isPresent()
                        && !"new".equals(rule.at("for").text()));
        if (!byScore || !recycles(document)) {
            return;
        }
        SourceNode baseline = document.at("rejection", "engagementBaseline");
        long points = baseline.number() == null ? 0 : baseline.number();
        for (SourceNode model : document.at("scoring", "models").items()) {
            if (ScoreWithoutEngagement.qualifies(model, points)) {
                problems.error(
                        baseline.isPresent() ? baseline : model.at("threshold"),
                        "Expected a recycled lead to need engagement, but with a baseline of " + points
                                + " a perfect fit qualifies in model \""
                                + model.at("model").text()
                                + "\" without any: it would be rejected and promoted in a circle");
            }
        }
    }
}
