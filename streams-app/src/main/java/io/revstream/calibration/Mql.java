package io.revstream.calibration;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A promotion, and what sales made of it.
 *
 * @param rule the promotion rule
 * @param recycled whether it is the promotion of a lead that was rejected before
 * @param paid scoring rules that gave or took points at the promotion
 * @param decidedAt null while sales has not decided
 * @param reasonCode of the rejection, or of the disqualification of an accepted one; null without either or without a code
 * @param role role of who decided; null where nobody did or it is not known
 */
public record Mql(
        Instant at,
        String rule,
        boolean recycled,
        SortedSet<String> paid,
        Verdict verdict,
        Instant decidedAt,
        String reasonCode,
        String role) {

    /** What sales decided. */
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        NONE
    }

    public Mql {
        paid = Collections.unmodifiableSortedSet(new TreeSet<>(paid));
    }

    /** A promotion on which nobody decided yet. */
    public static Mql promoted(Instant at, String rule, boolean recycled, SortedSet<String> paid) {
        return new Mql(at, rule, recycled, paid, Verdict.NONE, null, null, null);
    }

    public Mql accepted(Instant when, String byRole) {
        return new Mql(at, rule, recycled, paid, Verdict.ACCEPTED, when, null, byRole);
    }

    public Mql rejected(Instant when, String code, String byRole) {
        return new Mql(at, rule, recycled, paid, Verdict.REJECTED, when, code, byRole);
    }

    /** Sales had accepted it and found out more: it stays accepted, and the reason counts. */
    public Mql disqualified(String code) {
        return new Mql(at, rule, recycled, paid, verdict, decidedAt, code, role);
    }
}
