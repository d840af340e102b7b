package io.revstream.sla;

import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Variant;
import java.util.List;

/** What a running clock keeps of its rule: all that moves a deadline, and nothing that only starts it or acts outside. */
final class KeptRule {

    private KeptRule() {}

    static Clock of(Clock rule) {
        return new Clock(
                rule.clock(),
                rule.of(),
                List.of(),
                rule.engaged(),
                rule.calendar(),
                new Starts(rule.starts().with(), rule.starts().stage(), List.of()),
                rule.stops(),
                rule.restarts(),
                rule.pauses(),
                rule.awayPauses(),
                rule.target(),
                rule.variants().stream()
                        .map(one -> new Variant(one.variant(), one.when(), one.target(), chain(one.chain())))
                        .toList(),
                chain(rule.chain()),
                rule.reassignments());
    }

    private static List<Step> chain(List<Step> chain) {
        return chain.stream()
                .map(step -> new Step(
                        step.step(),
                        step.at(),
                        step.overdue(),
                        step.again(),
                        step.says(),
                        step.tells(),
                        step.then(),
                        List.of()))
                .toList();
    }
}
