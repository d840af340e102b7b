package io.revstream.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How dates and instants are written.
 *
 * @param pattern as the mapping writes it, for messages
 * @param formatter reads the pattern strictly: there is no 31 February
 * @param epochUnitMillis for numbers of seconds (1000) or milliseconds (1) since 1970; 0 for dates in words
 * @param zone time zone of a text that states none
 * @param at time of day of a text that states none
 */
public record TimeFormat(String pattern, DateTimeFormatter formatter, long epochUnitMillis, ZoneId zone, LocalTime at) {

    private static final String ISO = "iso";
    private static final String ISO_EXAMPLE = "2026-10-21 or 2026-10-21T09:30:00Z";

    /**
     * Reads a pattern.
     *
     * @param pattern {@code iso}, {@code epoch-seconds}, {@code epoch-millis} or letters of {@link DateTimeFormatter}
     * @throws IllegalArgumentException when the letters do not make a date
     */
    public static TimeFormat of(String pattern, ZoneId zone, LocalTime at) {
        return switch (pattern) {
            case ISO -> new TimeFormat(pattern, isoFormatter(), 0, zone, at);
            case "epoch-seconds" -> new TimeFormat(pattern, null, 1000, zone, at);
            case "epoch-millis" -> new TimeFormat(pattern, null, 1, zone, at);
            default -> new TimeFormat(pattern, formatter(pattern), 0, zone, at);
        };
    }

    public static TimeFormat iso(ZoneId zone, LocalTime at) {
        return of(ISO, zone, at);
    }

    public Instant readInstant(String text) throws Unfit {
        return readZoned(text, "an instant").toInstant();
    }

    public LocalDate readDate(String text) throws Unfit {
        return readZoned(text, "a date").toLocalDate();
    }

    private ZonedDateTime readZoned(String text, String expected) throws Unfit {
        try {
            if (epochUnitMillis > 0) {
                return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), epochUnitMillis))
                        .atZone(zone);
            }
            return zoned(formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw Unfit.found(expected + " like " + (pattern.equals(ISO) ? ISO_EXAMPLE : pattern), text);
        }
    }

    private ZonedDateTime zoned(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime stated) {
            return stated.atZoneSameInstant(zone);
        }
        if (parsed instanceof LocalDateTime local) {
            return local.atZone(zone);
        }
        return LocalDate.from(parsed).atTime(at).atZone(zone);
    }

    private static DateTimeFormatter isoFormatter() {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1) // a year of an era, as y means, is strict only with its era
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        ZonedDateTime sample = ZonedDateTime.of(2026, 10, 21, 13, 14, 15, 0, ZoneId.of("UTC"));
        try {
            LocalDate.parse(formatter.format(sample), formatter);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it gives no day, month and year", e);
        }
        return formatter;
    }
}
