package io.revstream.policy;

import java.util.List;

/**
 * A difference between two policy documents.
 *
 * @param path where, in the words of the document: sections, and items by their names, such as {@code model M-MID}
 * @param before what the first says; null when it says nothing
 * @param after what the second says; null when it says nothing
 */
public record PolicyChange(List<String> path, String before, String after) {

    /** What an added or removed key stands for. */
    private static final String LEFT_OUT = "left out";

    public PolicyChange {
        path = List.copyOf(path);
    }

    /** In a line. */
    public String says() {
        return String.join(" > ", path) + ": " + (before == null ? LEFT_OUT : before) + " -> "
                + (after == null ? LEFT_OUT : after);
    }
}
