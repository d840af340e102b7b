package io.revstream.policy;

import java.util.Map;
import java.util.Set;

/**
 * What a rejection leads to.
 *
 * @param needsReason a rejection without a reason code is refused (REJ-01)
 * @param engagementBaseline engagement points after recycling (SCO-24)
 * @param reasons reason codes
 */
public record RejectionRules(boolean needsReason, int engagementBaseline, Map<String, Reason> reasons) {

    /**
     * A reason code.
     *
     * @param means in words
     * @param outcome what becomes of the lead
     * @param watch attributes whose change re-scores the lead
     * @param reengageAfter when it is taken up again; null when not by time
     */
    public record Reason(String means, Outcome outcome, Set<String> watch, Span reengageAfter) {}

    /** What becomes of a rejected lead. */
    public enum Outcome {
        NURTURE,
        ARCHIVE
    }
}
