package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.RejectionRules.Ahead;
import io.revstream.policy.RejectionRules.Attempts;
import io.revstream.policy.RejectionRules.Nurture;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.policy.RejectionRules.Reason;
import io.revstream.policy.RejectionRules.Watching;

/** Builds reason codes and what they lead to. */
record RejectionBuilder(Values values) {

    RejectionRules rejection(SourceNode rejection) {
        return new RejectionRules(
                Values.flag(rejection.at("needsReason"), true),
                Values.flag(rejection.at("anyReasonRecycles"), false),
                Values.whole(rejection.at("engagementBaseline"), 0),
                nurture(rejection.at("recycling")),
                Values.table(rejection.at("reasons"), this::reason));
    }

    private static Nurture nurture(SourceNode recycling) {
        return recycling.isPresent()
                ? new Nurture(
                        recycling.at("sequence").text(),
                        recycling.at("frequency").text(),
                        recycling.at("instead").text(),
                        Span.of(recycling.at("archiveAfter")),
                        Values.text(recycling.at("port"), "marketing-automation"))
                : null;
    }

    private Reason reason(SourceNode reason) {
        SourceNode needs = reason.at("needs");
        SourceNode ahead = reason.at("reengageBefore");
        return new Reason(
                reason.at("means").text(),
                Values.choice(reason.at("then"), Outcome.NURTURE),
                Values.set(reason.at("watch"), SourceNode::text),
                Values.choice(reason.at("when"), Watching.CHANGES),
                needs.isPresent()
                        ? new Attempts(values.signals(needs.at("any")), Values.whole(needs.at("atLeast"), 1))
                        : null,
                Span.of(reason.at("reengageAfter")),
                ahead.isPresent() ? new Ahead(ahead.at("date").text(), Span.of(ahead.at("by"))) : null,
                "later".equals(reason.at("nurture").text()));
    }
}
