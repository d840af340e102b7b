package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import io.revstream.policy.RejectionRules;
import io.revstream.policy.RejectionRules.Attempts;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.policy.RejectionRules.Reason;
import io.revstream.scoring.Engagement;
import java.time.Instant;

/**
 * What a rejection or disqualification by sales leads to; either an outcome or a refusal.
 *
 * @param reasonCode code of the reason; null when it was refused, or when the policy does without
 * @param outcome what becomes of the lead; null when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record Rejection(String reasonCode, Outcome outcome, String refusal) {

    /**
     * Checks the reason of a rejection (REJ-01) and what sales must have tried (REJ-06). Without a reason, where the policy does
     * without, the lead is nurtured.
     *
     * @param promotedAt since when attempts count; null when the lead was never promoted
     */
    public static Rejection check(
            LeadDisposition disposition, RejectionRules rules, Engagement engagement, Instant promotedAt) {
        String code = disposition.getReasonCode();
        if (code == null || code.isBlank()) {
            return rules.needsReason() ? refused(rules, "found none") : new Rejection(null, Outcome.NURTURE, null);
        }
        Reason reason = rules.reasons().get(code.strip());
        if (reason == null) {
            return refused(rules, "found " + code);
        }
        String missing = missing(code.strip(), reason.needs(), engagement, promotedAt);
        return missing == null
                ? new Rejection(code.strip(), rules.outcome(code.strip()), null)
                : new Rejection(null, null, missing);
    }

    private static String missing(String code, Attempts needs, Engagement engagement, Instant promotedAt) {
        if (needs == null || promotedAt == null) {
            return null;
        }
        long made = engagement.occurrences(needs.any(), promotedAt);
        return made >= needs.atLeast()
                ? null
                : "Expected at least " + needs.atLeast() + " attempts since the promotion for the reason " + code
                        + ", but found " + made;
    }

    private static Rejection refused(RejectionRules rules, String but) {
        String codes =
                String.join(", ", rules.reasons().keySet().stream().sorted().toList());
        return new Rejection(null, null, "Expected a reason code for a rejection, one of " + codes + ", but " + but);
    }
}
