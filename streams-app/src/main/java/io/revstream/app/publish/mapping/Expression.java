package io.revstream.app.publish.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.common.types.CelKind;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.revstream.record.Conversion;
import io.revstream.record.Unfit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A compiled CEL expression over a row.
 *
 * @param result kind of value that it gives
 * @param columns columns that it reads by name
 */
record Expression(CelRuntime.Program program, CelKind result, Set<String> columns) {

    /** Variable: map of column names to texts; blank texts are empty. */
    static final String ROW = "row";
    /** Variable: line on which the row begins. */
    static final String LINE = "line";

    /** The results that make a value of each kind. */
    private static final Map<Conversion.Kind, Set<CelKind>> RESULTS = Map.of(
            Conversion.Kind.TEXT,
            Set.of(CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.DOUBLE, CelKind.BOOL, CelKind.TIMESTAMP),
            Conversion.Kind.NUMBER,
            Set.of(CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.DOUBLE),
            Conversion.Kind.TRUTH,
            Set.of(CelKind.STRING, CelKind.BOOL),
            Conversion.Kind.INSTANT,
            Set.of(CelKind.STRING, CelKind.TIMESTAMP),
            Conversion.Kind.DATE,
            Set.of(CelKind.STRING, CelKind.TIMESTAMP),
            Conversion.Kind.CHOICE,
            Set.of(CelKind.STRING),
            Conversion.Kind.LIST,
            Set.of(CelKind.STRING, CelKind.LIST));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED = "a value";

    /** Whether its result can be turned into a value of a kind. */
    boolean makes(Conversion.Kind kind) {
        return result == CelKind.DYN || RESULTS.get(kind).contains(result);
    }

    boolean holds(Map<String, Object> variables) throws Unfit {
        return Boolean.TRUE.equals(evaluate(variables));
    }

    /** The result as text, as a column would hold it; empty for null. */
    String text(Map<String, Object> variables) throws Unfit {
        Object value = evaluate(variables);
        if (value instanceof Collection<?> list) {
            List<String> texts = new ArrayList<>();
            for (Object item : list) {
                texts.add(text(item));
            }
            return JSON.valueToTree(texts).toString();
        }
        return text(value);
    }

    private static String text(Object value) throws Unfit {
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw Unfit.because(EXPECTED, "the expression gave " + number);
            }
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof NullValue ? "" : String.valueOf(value);
    }

    private Object evaluate(Map<String, Object> variables) throws Unfit {
        try {
            return program.eval(variables);
        } catch (CelEvaluationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Unfit.because(EXPECTED, "the expression failed: " + withoutClass(cause.getMessage()));
        }
    }

    private static String withoutClass(String message) {
        return String.valueOf(message).replaceFirst("^(java\\.[\\w.]+: )+", "");
    }
}
