package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import io.revstream.policy.RejectionRules;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.policy.RejectionRules.Reason;

/**
 * What a rejection or disqualification by sales leads to; either an outcome or a refusal.
 *
 * @param reasonCode code of the reason; null when it was refused, or when the policy does without
 * @param outcome what becomes of the lead; null when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record Rejection(String reasonCode, Outcome outcome, String refusal) {

    /** Checks the reason of a rejection (REJ-01). Without one, where the policy does without, the lead is nurtured. */
    public static Rejection check(LeadDisposition disposition, RejectionRules rules) {
        String code = disposition.getReasonCode();
        if (code == null || code.isBlank()) {
            return rules.needsReason() ? refused(rules, "found none") : new Rejection(null, Outcome.NURTURE, null);
        }
        Reason reason = rules.reasons().get(code.strip());
        return reason == null ? refused(rules, "found " + code) : new Rejection(code.strip(), reason.outcome(), null);
    }

    private static Rejection refused(RejectionRules rules, String but) {
        String codes =
                String.join(", ", rules.reasons().keySet().stream().sorted().toList());
        return new Rejection(null, null, "Expected a reason code for a rejection, one of " + codes + ", but " + but);
    }
}
