package io.revstream.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was expected beside what was found, part by part. */
public final class Comparison {

    private final List<Row> rows = new ArrayList<>();

    /**
     * One part.
     *
     * @param part name of the part, such as {@code score.total}
     * @param expected a value of the event's kinds, or words
     */
    public record Row(String part, Object expected, Object found, boolean same) {}

    void row(String part, Object expected, Object found, boolean same) {
        rows.add(new Row(part, expected, found, same));
    }

    public List<Row> rows() {
        return rows;
    }

    boolean isSame() {
        return rows.stream().allMatch(Row::same);
    }

    long differing() {
        return rows.stream().filter(row -> !row.same()).count();
    }

    static String path(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + "." + inner;
    }

    static Comparison of(Pattern pattern, Object value) {
        Comparison comparison = new Comparison();
        pattern.compare("", value, comparison);
        return comparison;
    }

    /** The value that differs least, the first part before the others, as it names what is meant; null when there is none at all. */
    static Object nearest(Pattern pattern, List<?> values) {
        return values.stream()
                .min(Comparator.<Object>comparingInt(value -> of(pattern, value).beginsSame() ? 0 : 1)
                        .thenComparingLong(value -> of(pattern, value).differing()))
                .orElse(null);
    }

    private boolean beginsSame() {
        return rows.isEmpty() || rows.get(0).same();
    }
}
