package io.revstream.lifecycle;

import io.revstream.policy.MqlRules.PromotionRule;
import io.revstream.policy.Signal;
import io.revstream.scoring.Engagement;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of high-intent actions (MQL-03). */
final class IntentChecks {

    private IntentChecks() {}

    static List<Check> of(PromotionRule rule, Engagement engagement) {
        List<Check> checks = new ArrayList<>();
        for (Signal signal : rule.all()) {
            checks.add(occurred(signal, engagement.latest(signal)));
        }
        if (rule.within() != null && rule.all().size() > 1) {
            List<Instant> together =
                    engagement.together(rule.all(), rule.within().elapsed());
            checks.add(new Check(
                    "together",
                    !together.isEmpty(),
                    () -> together.isEmpty() ? "never" : instants(together),
                    () -> "within " + rule.within()));
        }
        return checks;
    }

    private static Check occurred(Signal signal, Occurrence latest) {
        String name = signal.asset() == null ? signal.kind() : signal.kind() + " " + signal.asset();
        return new Check(name, latest != null, () -> latest == null ? "none" : "at " + latest.at(), () -> "once");
    }

    private static String instants(List<Instant> instants) {
        return instants.stream().map(Instant::toString).collect(Collectors.joining(" and "));
    }
}
