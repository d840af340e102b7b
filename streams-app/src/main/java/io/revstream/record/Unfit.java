package io.revstream.record;

/** A text that does not fit where it should go. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    private final String expected;
    private final String found;

    private Unfit(String expected, String found) {
        super(expected, null, false, false);
        this.expected = expected;
        this.found = found;
    }

    public static Unfit found(String expected, String text) {
        return new Unfit(expected, "found " + quoted(text));
    }

    /** A text in a message: in one line, and not all of a long one. */
    public static String quoted(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return "\"" + shown.replace("\r", "\\r").replace("\n", "\\n") + "\"";
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
