package io.revstream.policy;

import java.util.List;

/**
 * When a deal has been in its stage for too long, and what follows.
 *
 * @param average over which visits the average of a stage is taken; null where averages do not count
 * @param times after how many times the average a deal is stale
 * @param reaction what is asked for when a deal is stale, in steps
 */
public record StaleRules(Average average, int times, List<Reaction> reaction) {

    /** A policy that only has the figures of its stages. */
    public static final StaleRules FIXED = new StaleRules(null, 1, List.of());

    /**
     * Over which visits of a stage an average is taken.
     *
     * @param of over how many of those that ended last
     * @param from how many there must be
     */
    public record Average(int of, int from) {}

    /**
     * A step of the reaction.
     *
     * @param step name of it, unique
     * @param after how long after the deal became stale; null for at once, and beside {@code times}
     * @param times at how many times the threshold, from the entry of the stage; null unless that decides
     * @param does what is asked for
     */
    public record Reaction(String step, Span after, Integer times, List<EntryAction> does) {}
}
