package io.revstream.policy;

import java.util.List;

/**
 * The yearly contract value that is likely, by company size and industry: attribute {@code likelyValue}.
 *
 * @param rows the first that holds decides; without any, nothing is likely
 */
public record LikelyValue(List<Row> rows) {

    /** A policy without the table. */
    static final LikelyValue NONE = new LikelyValue(List.of());

    /** @param value in whole units of the pipeline's currency */
    public record Row(List<Condition> when, long value) {}

    /** Null when no row holds. */
    public Long of(Facts facts) {
        return rows.stream()
                .filter(row -> row.when().stream().allMatch(condition -> condition.holds(facts)))
                .map(Row::value)
                .findFirst()
                .orElse(null);
    }
}
