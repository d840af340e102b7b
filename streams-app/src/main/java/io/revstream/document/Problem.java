package io.revstream.document;

import java.util.Locale;

/**
 * What is wrong with a document, and where.
 *
 * @param line from 1; 0 when the document as a whole is meant
 * @param column from 1; 0 when the document as a whole is meant
 * @param message "Expected ..., but ..."
 */
public record Problem(String file, int line, int column, Severity severity, String message) {

    /** Whether a document with the problem is rejected. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** As compilers write it, so that editors can jump to the place. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
