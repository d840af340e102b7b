package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.time.Duration;
import java.util.List;

/** Checks what a policy takes for the acts of machines. */
record NonHumanLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode rules = document.at("nonHuman");
        if (!rules.isPresent()) {
            return;
        }
        if (List.of("flag", "userAgents", "afterSend", "burst").stream()
                .noneMatch(sign -> rules.at(sign).isPresent())) {
            problems.warning(
                    rules,
                    "Expected a sign of machines (flag, userAgents, afterSend or burst), but there is none: nothing is ever suspect");
        }
        for (String sign : List.of("afterSend", "burst")) {
            rules.at(sign, "kinds")
                    .items()
                    .forEach(kind ->
                            Vocabulary.warnOfSlip(kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems));
        }
        burst(rules, NonHumanBuilder.lateArrival(document));
    }

    private void burst(SourceNode rules, Duration lateArrival) {
        SourceNode links = rules.at("burst", "links");
        if (links.number() != null && links.number() < 2) {
            problems.error(
                    links, "Expected 2 links or more, but found " + links.text() + ": any click would be a burst");
        }
        SourceNode within = rules.at("burst", "within");
        Duration window = elapsed(within);
        if (window == null) {
            return;
        }
        if (window.compareTo(lateArrival) > 0) {
            problems.error(
                    within,
                    "Expected a window of at most " + lateArrival.toMinutes()
                            + "min, which is how late activities may arrive (scoring.lateArrival), but found "
                            + within.text());
        }
        SourceNode withdrawAfter = rules.at("withdrawAfter");
        Duration wait = elapsed(withdrawAfter);
        if (wait != null && wait.compareTo(window) < 0) {
            problems.error(
                    withdrawAfter,
                    "Expected at least " + within.text() + ", the window of a burst, but found " + withdrawAfter.text()
                            + ": suspects would be withdrawn while the burst goes on");
        }
    }

    /** Null for what is no length of elapsed time, which the schema says. */
    private static Duration elapsed(SourceNode node) {
        Span span = Span.of(node);
        return span == null || span.business() ? null : span.elapsed();
    }
}
