package io.revstream.app.publish.rows;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row that is not published.
 *
 * @param file name of the file as the user gave it
 * @param line line on which the row begins, from 1
 * @param problems everything that is wrong with it; at least one
 * @param original the row as written, without its line end; bytes that are no UTF-8 are replaced
 */
public record Rejection(String file, long line, List<RowProblem> problems, String original) implements RowRead {

    /** All problems in a line. */
    public String reason() {
        return problems.stream().map(RowProblem::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason();
    }
}
