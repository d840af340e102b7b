package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.Policy;
import io.revstream.policy.Span;
import io.revstream.record.TimeFormat;
import io.revstream.record.Unfit;
import io.revstream.sla.BusinessCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the instants of a scenario: full dates, times of the same day, days of the week, and spans from the step before. */
final class Times {

    private static final Pattern FROM_HERE = Pattern.compile("([+-])([0-9]+[a-z]+)");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?");
    private static final Pattern DAY =
            Pattern.compile("(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (" + TIME + ")");
    private static final String EXPECTED = "an instant like 2026-03-02 09:00, 09:00, Friday 16:00, +15min, +2d or +4bh";

    private final ZoneId zone;
    private final BusinessCalendar calendar;

    /**
     * The times of a scenario.
     *
     * @param zone of instants that state no offset
     * @param policy its first calendar counts working time; null when there is none
     */
    Times(ZoneId zone, Policy policy) {
        this.zone = zone;
        this.calendar = policy == null || policy.calendars().isEmpty()
                ? null
                : BusinessCalendar.of(policy.calendars().values().iterator().next(), zone);
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * Reads an instant.
     *
     * @param here the instant that relative ones count from; null when there is none yet
     * @return null when it is none; then there is a problem
     */
    Instant read(SourceNode node, Instant here, Problems problems) {
        String text = node.text();
        if (text == null) {
            problems.error(node, "Expected " + EXPECTED + ", but found " + node.words());
            return null;
        }
        Matcher from = FROM_HERE.matcher(text);
        Matcher day = DAY.matcher(text);
        boolean relative = from.matches() || day.matches() || TIME.matcher(text).matches();
        if (relative && here == null) {
            problems.error(
                    node, "Expected the first instant in full, like 2026-03-02 09:00, but found \"" + text + "\"");
            return null;
        }
        try {
            if (from.matches()) {
                return shifted(node, here, from, problems);
            }
            if (day.matches()) {
                return dayOfWeek(
                        here, DayOfWeek.valueOf(day.group(1).toUpperCase(Locale.ROOT)), LocalTime.parse(day.group(2)));
            }
            return relative
                    ? here.atZone(zone).with(LocalTime.parse(text)).toInstant()
                    : TimeFormat.iso(zone, LocalTime.MIDNIGHT).readInstant(text);
        } catch (Unfit | DateTimeException e) {
            problems.error(node, "Expected " + EXPECTED + ", but found \"" + text + "\"");
            return null;
        }
    }

    private Instant shifted(SourceNode node, Instant here, Matcher from, Problems problems) {
        Span span = Span.parse(from.group(2));
        boolean back = from.group(1).equals("-");
        if (span == null || (span.business() && (back || calendar == null))) {
            String units = "a span like 15min, 4h, 2d, 2w or 1mo, or forward like +4bh or +2bd";
            problems.error(node, "Expected " + units + ", but found \"" + node.text() + "\"");
            return null;
        }
        if (span.business()) {
            return calendar.plus(here, span);
        }
        return back ? here.minus(span.elapsed()) : here.plus(span.elapsed());
    }

    /** The first such day and time that is not before. */
    private Instant dayOfWeek(Instant here, DayOfWeek day, LocalTime time) {
        ZonedDateTime same =
                here.atZone(zone).with(TemporalAdjusters.nextOrSame(day)).with(time);
        return (same.toInstant().isBefore(here) ? same.plusWeeks(1) : same).toInstant();
    }
}
