package io.revstream.app.publish.mapping;

/** A text of a row that does not fit where the mapping puts it. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    private Unfit(String expected, String found) {
        super(expected, null, false, false);
        this.expected = expected;
        this.found = found;
    }

    static Unfit found(String expected, String text) {
        return new Unfit(expected, "found \"" + text + "\"");
    }

    /** @param but what was found instead, as a clause */
    static Unfit because(String expected, String but) {
        return new Unfit(expected, but);
    }

    String reason(String target) {
        return "Expected " + expected + " for " + target + ", but " + found;
    }

    /** For a text that the mapping itself holds. */
    String reason() {
        return "Expected " + expected + ", but " + found;
    }
}
