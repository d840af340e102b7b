package io.revstream.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rejection leads to (domain 6).
 *
 * @param needsReason a rejection without a reason code is refused (REJ-01)
 * @param anyReasonRecycles whether every code recycles, also those that archive otherwise (REJ-19)
 * @param engagementBaseline engagement points after recycling (SCO-24)
 * @param recycling how recycled leads are nurtured; null when they are not
 * @param reasons reason codes
 */
public record RejectionRules(
        boolean needsReason,
        boolean anyReasonRecycles,
        int engagementBaseline,
        Nurture recycling,
        Map<String, Reason> reasons) {

    /**
     * The nurture of recycled leads (domain 6.3).
     *
     * @param sequence name of the sequence in the system behind the port
     * @param frequency how often it speaks, in words
     * @param instead the sequence that it takes the place of; null for none
     * @param archiveAfter how long without engagement until the lead is archived; null for never (REJ-13)
     * @param port the port that runs it
     */
    public record Nurture(String sequence, String frequency, String instead, Span archiveAfter, String port) {}

    /**
     * A reason code.
     *
     * @param means in words
     * @param outcome what becomes of the lead
     * @param watch attributes whose change takes the lead up again
     * @param when which change of them counts
     * @param needs what sales must have tried in this pass; null for nothing (REJ-06)
     * @param reengageAfter when it is taken up again, from the rejection; null when not by that
     * @param reengageBefore when it is taken up again, ahead of a date; null when not by that (REJ-09)
     * @param later whether nurture begins when the lead is taken up again, not at once
     */
    public record Reason(
            String means,
            Outcome outcome,
            Set<String> watch,
            Watching when,
            Attempts needs,
            Span reengageAfter,
            Ahead reengageBefore,
            boolean later) {}

    /** What becomes of a rejected lead. */
    public enum Outcome {
        NURTURE,
        ARCHIVE
    }

    /** Which change of an attribute takes a lead up again: another value, or a greater number. */
    public enum Watching {
        CHANGES,
        GROWS
    }

    /** Activities of which enough must have occurred since the promotion. */
    public record Attempts(List<Signal> any, int atLeast) {}

    /** A lead time ahead of the date that an attribute holds. */
    public record Ahead(String date, Span by) {}

    /** What a rejection with this code leads to; null when the policy does not know the code. */
    public Outcome outcome(String code) {
        Reason reason = reasons.get(code);
        if (reason == null) {
            return null;
        }
        return anyReasonRecycles ? Outcome.NURTURE : reason.outcome();
    }
}
