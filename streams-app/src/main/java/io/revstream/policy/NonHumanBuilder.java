package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.NonHumanRules.AfterSend;
import io.revstream.policy.NonHumanRules.Burst;
import java.time.Duration;

/** Builds the rules of what is not human. */
final class NonHumanBuilder {

    /** How late activities may come when the policy does not say. */
    static final Span LATE_ARRIVAL = new Span(1, Span.Unit.H);

    private NonHumanBuilder() {}

    static NonHumanRules nonHuman(SourceNode document) {
        SourceNode rules = document.at("nonHuman");
        if (!rules.isPresent()) {
            return NonHumanRules.NONE;
        }
        Burst burst = burst(rules.at("burst"));
        return new NonHumanRules(
                rules.at("flag").text(),
                Values.words(rules.at("userAgents")),
                afterSend(rules.at("afterSend")),
                burst,
                Span.of(rules.at("withdrawAfter")),
                burst == null
                        ? Duration.ZERO
                        : lateArrival(document).plus(burst.within().elapsed()));
    }

    static Duration lateArrival(SourceNode document) {
        Span stated = Span.of(document.at("scoring", "lateArrival"));
        return (stated == null || stated.business() ? LATE_ARRIVAL : stated).elapsed();
    }

    private static AfterSend afterSend(SourceNode rule) {
        return rule.isPresent()
                ? new AfterSend(Values.set(rule.at("kinds"), SourceNode::text), Span.of(rule.at("within")))
                : null;
    }

    private static Burst burst(SourceNode rule) {
        return rule.isPresent()
                ? new Burst(
                        Values.set(rule.at("kinds"), SourceNode::text),
                        Values.whole(rule.at("links"), 0),
                        Span.of(rule.at("within")))
                : null;
    }
}
