package io.revstream.policy;

import java.util.List;

/**
 * How often signals must have occurred.
 *
 * @param any signals of which any counts
 * @param atLeast how many are needed
 * @param of what is counted: each occurrence, or each UTC day with one
 * @param within the window in which they must lie; null for ever
 * @param only whether nothing else of the same kinds may have occurred, such as no other page than the homepage
 */
public record SignalCount(List<Signal> any, int atLeast, Of of, Span within, boolean only) {

    /** What is counted. */
    public enum Of {
        TIMES,
        DAYS
    }

    /** Signals of which one is enough. */
    public static SignalCount once(List<Signal> any) {
        return new SignalCount(any, 1, Of.TIMES, null, false);
    }

    /** In plain words, such as {@code 3 times PAGE_VIEW of blog within 1w}. */
    public String words() {
        String times = of == Of.DAYS ? "on " + atLeast + " days " : atLeast == 1 ? "" : atLeast + " times ";
        return (only ? "only " : "")
                + times
                + RuleWords.signals(any, " or ")
                + (within == null ? "" : " within " + within);
    }
}
