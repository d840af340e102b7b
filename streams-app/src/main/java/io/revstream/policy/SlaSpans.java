package io.revstream.policy;

import io.revstream.document.SourceNode;
import java.time.Duration;

/**
 * Lengths of spans as far as no rule of time is needed to tell them, so that lint can order the steps of a chain.
 *
 * @param day length of a working day
 * @param days working days of a week
 */
record SlaSpans(Duration day, int days) {

    private static final Duration USUAL_DAY = Duration.ofHours(8);
    private static final int USUAL_WEEK = 5;

    /**
     * A length of time that can be compared.
     *
     * @param working true when it counts working time
     */
    record Length(Duration duration, boolean working) {

        Length plus(Length other) {
            return other == null || other.working != working
                    ? null
                    : new Length(duration.plus(other.duration), working);
        }
    }

    /** In a calendar; a usual week where it does not tell. */
    static SlaSpans in(SourceNode calendar) {
        CalendarRules.Hours hours =
                CalendarRules.Hours.parse(calendar.at("hours").text());
        int days = calendar.at("days").items().size();
        return new SlaSpans(
                hours == null ? USUAL_DAY : Duration.between(hours.from(), hours.until()),
                days == 0 ? USUAL_WEEK : days);
    }

    /** What a step says of when it comes, for the first time if it comes again. */
    static SourceNode when(SourceNode step) {
        SourceNode at = step.at("at");
        SourceNode overdue = step.at("overdue");
        return at.isPresent() ? at : overdue.isPresent() ? overdue : step.at("from");
    }

    /** When a step comes, from the start of its clock; null where that cannot be told. */
    Length of(SourceNode step, Span target) {
        Length when = length(Span.of(when(step)));
        return step.at("overdue").isPresent() && when != null ? when.plus(length(target)) : when;
    }

    /** Null for what has no fixed length: a month of the calendar, or until closing time. */
    Length length(Span span) {
        if (span == null || span.amount() == 0) {
            return null;
        }
        return switch (span.unit()) {
            case S, MIN, H, D, W, MO -> new Length(span.elapsed(), false);
            case BH -> new Length(Duration.ofHours(span.amount()), true);
            case BD -> new Length(day.multipliedBy(span.amount()), true);
            case BW -> new Length(day.multipliedBy(span.amount() * days), true);
            case BMO -> null;
        };
    }

    /** Order of two lengths; 0 when no rule orders them. */
    static int compare(Length one, Length other) {
        return one == null || other == null || one.working() != other.working()
                ? 0
                : one.duration().compareTo(other.duration());
    }

    /** Whether two lengths can be compared. */
    static boolean alike(Length one, Length other) {
        return one != null && other != null && one.working() == other.working();
    }
}
