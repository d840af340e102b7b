package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;

/** Checks what is asked of outside systems. */
final class ActionLint {

    private final SourceNode document;
    private final Problems problems;
    private final GateLint gates;

    ActionLint(SourceNode document, GateLint gates, Problems problems) {
        this.document = document;
        this.gates = gates;
        this.problems = problems;
    }

    void check(SourceNode action) {
        gates.check(action.at("when"));
        gates.check(action.at("unless"));
        Vocabulary.warnOfSlip(action.at("port"), "a port", Vocabulary.PORTS, problems);
        Span due = Span.of(action.at("due"));
        SourceNode calendar = action.at("calendar");
        problems.unlessKnown(
                calendar,
                "the name of a calendar",
                document.at("calendars").values().keySet());
        if (due != null && due.business() && !calendar.isPresent()) {
            problems.error(
                    action.at("due"), "Expected a calendar in which " + due + " counts, but the action has none");
        }
        if (calendar.isPresent() && (due == null || !due.business())) {
            problems.warning(calendar, "Expected a calendar beside business hours or days only, but found it without");
        }
    }
}
