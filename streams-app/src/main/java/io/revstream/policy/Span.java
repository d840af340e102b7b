package io.revstream.policy;

import io.revstream.document.SourceNode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as a policy writes it: {@code 5s}, {@code 15min}, {@code 4h}, {@code 4bh}, {@code 2d}, {@code 5bd}, {@code 2w},
 * {@code 2bw}, {@code 6mo}, {@code 1bmo}. A month is 30 days (GEN-06), a business month a month of the calendar. {@code 0bd} lasts until
 * closing time.
 *
 * @param amount how many, at least one; zero for business days only
 */
public record Span(long amount, Unit unit) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5}|0(?=bd))(s|min|h|bh|d|bd|w|bw|mo|bmo)");

    /** Units; business units count working time of a calendar only. */
    public enum Unit {
        S,
        MIN,
        H,
        BH,
        D,
        BD,
        W,
        BW,
        MO,
        BMO
    }

    /** Reads a span, or gives null for a text that is none. */
    public static Span parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        return new Span(
                Long.parseLong(matcher.group(1)), Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)));
    }

    /** The span that a scalar of a document holds, or null. */
    static Span of(SourceNode node) {
        return node.text() == null ? null : parse(node.text());
    }

    /** Whether it counts working time only. */
    public boolean business() {
        return switch (unit) {
            case BH, BD, BW, BMO -> true;
            case S, MIN, H, D, W, MO -> false;
        };
    }

    /**
     * Its length in elapsed time.
     *
     * @throws IllegalStateException when it counts working time: that needs a calendar
     */
    public Duration elapsed() {
        return switch (unit) {
            case S -> Duration.ofSeconds(amount);
            case MIN -> Duration.ofMinutes(amount);
            case H -> Duration.ofHours(amount);
            case D -> Duration.ofDays(amount);
            case W -> Duration.ofDays(7 * amount);
            case MO -> Duration.ofDays(30 * amount);
            case BH, BD, BW, BMO ->
                throw new IllegalStateException("Expected a span of elapsed time, but found " + this);
        };
    }

    /** Its length in milliseconds of elapsed time; see {@link #elapsed()}. */
    public long millis() {
        return switch (unit) {
            case S -> amount * 1_000;
            case MIN -> amount * 60_000;
            case H -> amount * 3_600_000;
            case D -> amount * 86_400_000;
            case W -> amount * 7 * 86_400_000;
            case MO -> amount * 30 * 86_400_000;
            case BH, BD, BW, BMO ->
                throw new IllegalStateException("Expected a span of elapsed time, but found " + this);
        };
    }

    /** As a policy writes it. */
    @Override
    public String toString() {
        return amount + unit.name().toLowerCase(Locale.ROOT);
    }
}
