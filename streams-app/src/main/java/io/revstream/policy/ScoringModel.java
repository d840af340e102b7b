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
        List<FitRule> fit,
        List<EngagementRule> engagement,
        List<NegativeRule> negative) {

    /** How the parts of a score become a total (domain 2.11). */
    public enum Combination {
        NORM,
        WRAW,
        RAW,
        DUAL,
        SINGLE
    }

    /** Points for who the lead is. */
    public record FitRule(String rule, Condition condition, int points) {}

    /**
     * Points for what the lead does.
     *
     * @param any signals of which any counts
     * @param atLeast how many are needed
     * @param within the window in which they must lie; null for ever
     * @param decay null when the points do not decay
     */
    public record EngagementRule(String rule, List<Signal> any, int atLeast, Span within, int points, Decay decay) {}

    /** {@code step} points are lost with every whole {@code every} since the latest occurrence, down to zero. */
    public record Decay(int step, Span every) {}

    /**
     * Points taken: either by a condition, or by an absence of engagement. Points are below zero.
     *
     * @param condition null for an absence
     * @param absentFor no engagement for as long; null for a condition
     */
    public record NegativeRule(String rule, Condition condition, Span absentFor, int points) {}

    /** Most fit points that the rules can give. */
    public int fitMaximum() {
        int most = 0;
        for (FitRule rule : fit) {
            most += rule.points();
        }
        return most;
    }

    /** Most engagement points that the rules can give. */
    public int engagementMaximum() {
        int most = 0;
        for (EngagementRule rule : engagement) {
            most += rule.points();
        }
        return most;
    }
}
