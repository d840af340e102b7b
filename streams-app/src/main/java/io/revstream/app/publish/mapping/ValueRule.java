package io.revstream.app.publish.mapping;

import io.revstream.record.Conversion;
import io.revstream.record.Unfit;
import java.util.Map;

/**
 * Where a value comes from and what becomes of it: taken, mapped by words, defaulted, converted.
 *
 * @param target what the value is for, in messages: a field path or a key of the mapping
 * @param column column that it is taken from; null for a constant or an expression
 * @param constant null for a column or an expression
 * @param expression null for a column or a constant
 * @param otherwise text for a blank one; null when there is none
 * @param required true when a blank value rejects the row
 */
record ValueRule(
        String target,
        String column,
        String constant,
        Expression expression,
        WordMap words,
        String otherwise,
        Conversion conversion,
        boolean required) {

    /**
     * The value, or null when it is blank or does not fit; the latter rejects the row.
     *
     * @param content receives the text that the value is made from
     */
    Object read(RowReading row, Content content) {
        try {
            String text = text(row.value(column), row.variables());
            content.add(target, text);
            if (!text.isEmpty()) {
                return conversion.read(text);
            }
            if (required) {
                reject(row, Unfit.because("a value", "it is blank"));
            }
        } catch (Unfit unfit) {
            reject(row, unfit);
        }
        return null;
    }

    /** Rejects the row because a blank value cannot be left out. */
    void rejectBlank(RowReading row) {
        reject(row, Unfit.because("a value", "it is blank"));
    }

    private void reject(RowReading row, Unfit unfit) {
        String where = column != null ? "column \"" + column + "\"" : expression != null ? "expression" : "constant";
        row.reject(where, unfit.reason(target));
    }

    private String text(String ofColumn, Map<String, Object> variables) throws Unfit {
        String text = constant != null ? constant : expression != null ? expression.text(variables) : ofColumn;
        String word = text.isBlank() ? "" : words.read(text);
        return word.isBlank() ? otherwise == null ? "" : otherwise : word;
    }
}
