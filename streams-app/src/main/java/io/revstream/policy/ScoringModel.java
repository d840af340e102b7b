package io.revstream.policy;

import java.util.List;

/**
 * A scoring model. Points are whole points.
 *
 * @param when conditions on the lead, all of which must hold for the model to apply; none for a model that always applies
 * @param fitWeight weight of fit in percent
 * @param engagementWeight weight of engagement in percent
 * @param fitFloor fit points below which the threshold does not promote
 * @param engagementFloor engagement points below which the threshold does not promote
 * @param threshold total at which a lead is qualified; reaching it counts
 * @param engagementCondition the second element of SINGLE, which must have occurred within its window up to now; null for none
 * @param fitMaximum most fit points that the rules can give: of each group the highest row
 * @param engagementMaximum most engagement points that the rules can give: with their caps, and none together with what it replaces
 */
public record ScoringModel(
        String name,
        List<Condition> when,
        Combination combination,
        int fitWeight,
        int engagementWeight,
        int fitFloor,
        int engagementFloor,
        int threshold,
        SignalCount engagementCondition,
        List<FitRule> fit,
        List<EngagementRule> engagement,
        List<NegativeRule> negative,
        int fitMaximum,
        int engagementMaximum) {

    /** A model with the maxima that its rules have. */
    public ScoringModel(
            String name,
            List<Condition> when,
            Combination combination,
            int fitWeight,
            int engagementWeight,
            int fitFloor,
            int engagementFloor,
            int threshold,
            SignalCount engagementCondition,
            List<FitRule> fit,
            List<EngagementRule> engagement,
            List<NegativeRule> negative) {
        this(
                name,
                when,
                combination,
                fitWeight,
                engagementWeight,
                fitFloor,
                engagementFloor,
                threshold,
                engagementCondition,
                fit,
                engagement,
                negative,
                Math.toIntExact(Most.ofFit(fit.stream().map(FitRule::most).toList())),
                Math.toIntExact(Most.ofEngagement(
                        engagement.stream().map(EngagementRule::most).toList())));
    }

    /** How the parts of a score become a total (domain 2.11). */
    public enum Combination {
        NORM,
        WRAW,
        RAW,
        DUAL,
        SINGLE
    }

    /**
     * Points for who the lead is.
     *
     * @param group of the rules of a group only the highest that holds pays (SCO-13); null for a rule that pays by itself
     */
    public record FitRule(String rule, String group, Condition condition, int points) {
        Most most() {
            return new Most(rule, group, points, List.of());
        }
    }

    /**
     * Points for what the lead does.
     *
     * @param condition a test of a fact; null for a rule about signals
     * @param signals what must have occurred; null for a test of a fact
     * @param points points of one award
     * @param each whether each occurrence pays and decays by itself; otherwise they pay once, and the latest begins the decay anew (SCO-28)
     * @param cap most points of a rule that pays each; the points of a rule that pays once
     * @param decay null when the points do not decay
     * @param replaces rules that do not pay as long as this one does (SCO-12)
     */
    public record EngagementRule(
            String rule,
            Condition condition,
            SignalCount signals,
            int points,
            boolean each,
            int cap,
            Decay decay,
            List<String> replaces) {

        /** How many occurrences of a signal can pay: as many as a lead's state remembers. */
        public static final int MOST_EACH = 16;

        Most most() {
            return new Most(rule, null, cap, replaces);
        }
    }

    /**
     * {@code step} points are lost with every whole {@code every} since the latest occurrence, down to zero.
     *
     * @param since signals of which the latest counts as well: the points decay with inactivity (SCO-11); none for the award's own
     * @param prorated whether the step is taken evenly over the period instead of at its end
     */
    public record Decay(int step, Span every, List<Signal> since, boolean prorated) {
        public Decay(int step, Span every) {
            this(step, every, List.of(), false);
        }
    }

    /**
     * Points taken: by a test of a fact, by signals, or by an absence; the other two are null. Points are below zero.
     *
     * @param absentFor no engagement for as long
     * @param of signals whose absence counts; none for any engagement
     * @param fromEngagement whether the points are taken from the engagement part rather than from the total
     * @param effect what follows beside the points; null for nothing
     * @param port the port that the effect asks; null where it asks none
     */
    public record NegativeRule(
            String rule,
            Condition condition,
            SignalCount signals,
            Span absentFor,
            List<Signal> of,
            int points,
            boolean fromEngagement,
            Effect effect,
            String port) {}

    /** What follows, once, from a negative rule that holds (SCO-26). */
    public enum Effect {
        /** A person is asked to look. */
        REVIEW,
        /** The total is zero, nothing promotes the lead, and time does not change its score any more. */
        STOP_SCORING,
        /** The lead is taken out of all sequences, and nothing promotes it. */
        LEAVE_SEQUENCES
    }
}
