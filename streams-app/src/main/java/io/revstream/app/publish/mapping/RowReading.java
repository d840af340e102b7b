package io.revstream.app.publish.mapping;

import io.revstream.app.publish.rows.Row;
import io.revstream.app.publish.rows.RowProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row while it is being mapped: its cleaned values, and what is found wrong with it. */
final class RowReading {

    private final Row row;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Object> variables;
    private final List<RowProblem> problems = new ArrayList<>();

    /**
     * @param columns columns that the mapping reads: those that the row lacks are blank
     * @param blanks texts that mean blank
     */
    RowReading(Row row, Set<String> columns, Set<String> blanks, boolean trim) {
        this.row = row;
        columns.forEach(column -> values.put(column, ""));
        row.values().forEach((column, text) -> {
            String cleaned = trim ? text.strip() : text;
            values.put(column, cleaned.isBlank() || blanks.contains(cleaned) ? "" : cleaned);
        });
        this.variables = Map.of(Expression.ROW, values, Expression.LINE, row.line());
    }

    Row row() {
        return row;
    }

    String value(String column) {
        return values.get(column);
    }

    /** All columns with their cleaned texts. */
    Map<String, String> values() {
        return values;
    }

    /** What expressions see. */
    Map<String, Object> variables() {
        return variables;
    }

    /** @param where null when the whole row is meant */
    void reject(String where, String reason) {
        RowProblem problem = new RowProblem(where, reason);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<RowProblem> problems() {
        return problems;
    }
}
