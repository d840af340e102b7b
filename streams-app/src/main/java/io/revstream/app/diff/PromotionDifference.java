package io.revstream.app.diff;

import java.time.Instant;
import java.util.List;

/**
 * A promotion that two policies do not decide alike.
 *
 * @param at the first instant at which they part
 * @param lines ledger lines that differ at that instant
 */
public record PromotionDifference(
        Kind kind, String leadId, int pass, Instant at, Side before, Side after, List<LineDifference> lines) {

    /** How they part, seen from the second policy. */
    public enum Kind {
        GAINED,
        LOST,
        EARLIER,
        LATER,
        /** At the same instant, by another rule: nobody sees it but those who count rules. */
        OTHER_RULE
    }

    public PromotionDifference {
        lines = List.copyOf(lines);
    }

    static PromotionDifference of(PromotionKey key, Side before, Side after) {
        Kind kind = kind(before, after);
        Instant at = switch (kind) {
            case GAINED, EARLIER -> after.promotedAt();
            case LOST, LATER, OTHER_RULE -> before.promotedAt();
        };
        return new PromotionDifference(
                kind,
                key.leadId(),
                key.pass(),
                at,
                before,
                after,
                LineDifference.between(before.score(), after.score()));
    }

    private static Kind kind(Side before, Side after) {
        if (before.promotedAt() == null) {
            return Kind.GAINED;
        }
        if (after.promotedAt() == null) {
            return Kind.LOST;
        }
        int order = after.promotedAt().compareTo(before.promotedAt());
        return order < 0 ? Kind.EARLIER : order > 0 ? Kind.LATER : Kind.OTHER_RULE;
    }
}
