package io.revstream.routing;

import java.util.Arrays;

/** Leads cut into parts, so that shares of them are whole numbers, and what is handed out adds up to what is taken. */
final class Parts {

    /** Parts of a lead: the least number that each number of reps up to 24 divides, so that even shares of so many are exact. */
    static final long LEAD = 5_354_228_880L;

    private static final double MILLION = 1_000_000;

    private Parts() {}

    /**
     * Cuts a lead by weight. Parts that remain are not handed out: equal weights get equal parts.
     *
     * @param weights each above zero, and at most {@link RepWeight#MOST}
     */
    static long[] cut(long[] weights) {
        long all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> LEAD * weight / all).toArray();
    }

    /** Parts as leads, rounded to millionths. */
    static double leads(long parts) {
        return Math.round((double) parts / LEAD * MILLION) / MILLION;
    }
}
