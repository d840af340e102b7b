package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import io.revstream.policy.LifecycleRules;

/**
 * A person moves a lead to a stage, backward too: the one exception to promotion only, so it must say why (LIF-14).
 *
 * @param stage where to; null when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record Move(String stage, String refusal) {

    public static Move check(LeadDisposition disposition, LifecycleRules rules) {
        String stage = disposition.getStage();
        if (rules.rank(stage) < 0) {
            return refused("Expected a move to one of " + rules.stages() + ", but found " + stage);
        }
        String note = disposition.getNote();
        if (note == null || note.isBlank()) {
            return refused("Expected a note that says why the lead is moved to " + stage + ", but found none");
        }
        return new Move(stage, null);
    }

    private static Move refused(String why) {
        return new Move(null, why);
    }
}
