package io.revstream.app.publish.rows;

/**
 * One reason why a row is rejected.
 *
 * @param where the column, or the part of the mapping that asked for it; null when the whole row is meant
 * @param reason "Expected ..., but found ..."
 */
public record RowProblem(String where, String reason) {

    @Override
    public String toString() {
        return where == null ? reason : where + ": " + reason;
    }
}
