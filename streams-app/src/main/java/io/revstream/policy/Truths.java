package io.revstream.policy;

/**
 * What a test may come out as: true, false, or not known since an attribute is not. Of facts it is one of them; of a lead of which only
 * some attributes are given, it is all that is still possible.
 */
public final class Truths {

    private static final int T = 1;
    private static final int F = 2;
    private static final int U = 4;
    private static final Truths[] ALL = new Truths[8];

    static {
        for (int mask = 0; mask < ALL.length; mask++) {
            ALL[mask] = new Truths(mask);
        }
    }

    /** True for certain. */
    public static final Truths TRUE = ALL[T];
    /** False for certain. */
    public static final Truths FALSE = ALL[F];
    /** An attribute that it asks for is not known. */
    public static final Truths UNKNOWN = ALL[U];
    /** Nothing yet: where alternatives are collected. */
    static final Truths NONE = ALL[0];

    private final int mask;

    private Truths(int mask) {
        this.mask = mask;
    }

    /** One of the first two. */
    static Truths of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Whether it must be true. */
    public boolean certain() {
        return this == TRUE;
    }

    /** Whether it can be true. */
    boolean possible() {
        return (mask & T) != 0;
    }

    /** Either of them. */
    Truths or(Truths alternative) {
        return ALL[mask | alternative.mask];
    }

    Truths not() {
        return ALL[(mask & U) | ((mask & T) != 0 ? F : 0) | ((mask & F) != 0 ? T : 0)];
    }

    /** Both hold: what is false decides, whatever the other one is. */
    Truths both(Truths other) {
        int both = (mask & other.mask & T) | ((mask | other.mask) & F);
        boolean unknown =
                ((mask & U) != 0 && (other.mask & (T | U)) != 0) || ((other.mask & U) != 0 && (mask & (T | U)) != 0);
        return ALL[both | (unknown ? U : 0)];
    }

    /** One of them holds: what is true decides, whatever the other one is. */
    Truths either(Truths other) {
        return not().both(other.not()).not();
    }

    @Override
    public String toString() {
        return ((mask & T) != 0 ? "T" : "") + ((mask & F) != 0 ? "F" : "") + ((mask & U) != 0 ? "U" : "");
    }
}
