package io.revstream.policy;

/**
 * A length of time as a policy writes it: {@code 15min}, {@code 4h}, {@code 4bh}, {@code 2d}, {@code 5bd}, {@code 2w}, {@code 6mo}.
 * A month is 30 days (GEN-06).
 */
public record Span(long amount, Unit unit) {

    /** Units; business units count working time of a calendar only. */
    public enum Unit {
        MIN,
        H,
        BH,
        D,
        BD,
        W,
        MO
    }
}
