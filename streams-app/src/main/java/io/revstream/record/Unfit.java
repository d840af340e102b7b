package io.revstream.record;

/** A text that does not fit where it should go. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    private Unfit(String expected, String found) {
        super(expected, null, false, false);
        this.expected = expected;
        this.found = found;
    }

    public static Unfit found(String expected, String text) {
        return new Unfit(expected, "found \"" + text + "\"");
    }

    /** @param but what was found instead, as a clause */
    public static Unfit because(String expected, String but) {
        return new Unfit(expected, but);
    }

    public String reason(String target) {
        return "Expected " + expected + " for " + target + ", but " + found;
    }

    /** Without saying what it is for. */
    public String reason() {
        return "Expected " + expected + ", but " + found;
    }
}
