package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import io.revstream.policy.Gate;
import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.Stage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person moves a lead to a stage. Backward it is the one exception to promotion only, so it must say why (LIF-14). Forward, past the
 * promotion, it needs what the gate of that stage asks for: nobody's word alone makes an opportunity (LIF-20).
 *
 * @param stage where to; null when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record Move(String stage, String refusal) {

    public static Move check(LeadDisposition disposition, Standing standing, Gates gates, LifecycleRules rules) {
        String stage = disposition.getStage();
        Stage to = rules.stage(stage);
        if (to == null) {
            return refused("Expected a move to one of " + rules.names() + ", but found " + stage);
        }
        String note = disposition.getNote();
        if (note == null || note.isBlank()) {
            return refused("Expected a note that says why the lead is moved to " + stage + ", but found none");
        }
        boolean forward = rules.rank(stage) > rules.rank(standing.stage());
        boolean pastPromotion = rules.rank(stage) > rules.rank(rules.promoted());
        String lacking = forward && pastPromotion ? lacking(to, gates) : null;
        return lacking == null ? new Move(stage, null) : refused(lacking);
    }

    private static String lacking(Stage to, Gates gates) {
        if (to.entry().isEmpty()) {
            return "Expected a gate through which a lead enters " + to.stage() + ", but the policy has none";
        }
        if (!gates.isOpen(to)) {
            String unmet = to.entry().stream().map(gate -> unmet(gate, gates)).collect(Collectors.joining("; or "));
            return "Expected the gate of " + to.stage() + " to hold, but it does not: " + unmet;
        }
        List<String> missing = gates.missing(to);
        return missing.isEmpty()
                ? null
                : "Expected all that " + to.stage() + " requires, but not known: " + String.join(", ", missing);
    }

    private static String unmet(Gate gate, Gates gates) {
        return String.join(", ", gates.unmet(gate));
    }

    private static Move refused(String why) {
        return new Move(null, why);
    }
}
