package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Span;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deadlines in three zones, worked out by hand. In 2026 the clocks change on 8 March and 1 November in New York, on 29 March and 25
 * October in Berlin, and on 5 April and 4 October, by half an hour, on Lord Howe Island. A row may only change if a calendar was wrong.
 */
class GoldenCalendarTest {

    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @Tag("SLA-25")
    @CsvSource({
        "2026-10-16T16:00-04:00, 4bh, 2026-10-19T12:00-04:00",
        "2026-10-16T16:00-04:00, 1bh, 2026-10-16T17:00-04:00",
        "2026-10-17T11:00-04:00, 1bh, 2026-10-19T10:00-04:00",
        "2026-10-16T17:00-04:00, 1bh, 2026-10-19T10:00-04:00",
        "2026-10-16T08:00-04:00, 12bh, 2026-10-19T13:00-04:00",
        // Daylight saving begins and ends on a Sunday.
        "2026-03-06T16:00-05:00, 4bh, 2026-03-09T12:00-04:00",
        "2026-03-06T16:00-05:00, 1bd, 2026-03-09T16:00-04:00",
        "2026-03-06T16:00-05:00, 48h, 2026-03-08T17:00-04:00",
        "2026-10-30T16:00-04:00, 4bh, 2026-11-02T12:00-05:00",
        "2026-10-30T16:00-04:00, 1bw, 2026-11-06T16:00-05:00",
        "2026-10-30T16:00-04:00, 48h, 2026-11-01T15:00-05:00",
        // Labor Day, Thanksgiving, and Independence Day on a Saturday, observed on the Friday before.
        "2026-09-04T16:00-04:00, 4bh, 2026-09-08T12:00-04:00",
        "2026-09-04T16:00-04:00, 1bw, 2026-09-14T16:00-04:00",
        "2026-11-25T16:00-05:00, 1bd, 2026-11-27T16:00-05:00",
        "2026-07-02T16:00-04:00, 4bh, 2026-07-06T12:00-04:00",
        // Months of the calendar: to the same day, the last of a shorter month, or the next working day.
        "2026-10-16T10:00-04:00, 1bmo, 2026-11-16T10:00-05:00",
        "2026-01-30T10:00-05:00, 1bmo, 2026-03-02T10:00-05:00",
        "2026-08-07T10:00-04:00, 1bmo, 2026-09-08T10:00-04:00",
        // The same business day lasts until closing time; from outside the hours it is the next one.
        "2026-10-16T10:00-04:00, 0bd, 2026-10-16T17:00-04:00",
        "2026-10-16T17:00-04:00, 0bd, 2026-10-19T17:00-04:00",
        "2026-10-17T10:00-04:00, 0bd, 2026-10-19T17:00-04:00",
        "2026-11-26T10:00-05:00, 0bd, 2026-11-27T17:00-05:00",
    })
    void in_new_york(OffsetDateTime start, String span, OffsetDateTime due) {
        assertDue(Offices.office("us"), Offices.NEW_YORK, start, span, due);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @Tag("SLA-25")
    @CsvSource({
        "2026-03-27T16:00+01:00, 4bh, 2026-03-30T12:00+02:00",
        "2026-03-27T16:00+01:00, 1bd, 2026-03-30T16:00+02:00",
        "2026-03-27T16:00+01:00, 72h, 2026-03-30T17:00+02:00",
        "2026-10-23T16:00+02:00, 4bh, 2026-10-26T12:00+01:00",
        "2026-10-23T16:00+02:00, 3bd, 2026-10-28T16:00+01:00",
        "2026-10-23T16:00+02:00, 72h, 2026-10-26T15:00+01:00",
        // Good Friday and Easter Monday; Christmas, when only the 25th and 26th are closed.
        "2026-04-02T16:00+02:00, 4bh, 2026-04-07T12:00+02:00",
        "2026-12-23T16:00+01:00, 2bd, 2026-12-28T16:00+01:00",
        "2026-04-02T16:00+02:00, 1bw, 2026-04-13T16:00+02:00",
        "2026-09-30T16:00+02:00, 1bmo, 2026-10-30T16:00+01:00",
    })
    void in_berlin(OffsetDateTime start, String span, OffsetDateTime due) {
        assertDue(Offices.office("de"), BERLIN, start, span, due);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @Tag("SLA-25")
    @CsvSource({
        "2026-04-03T16:00+11:00, 4bh, 2026-04-06T12:00+10:30",
        "2026-04-03T16:00+11:00, 1bd, 2026-04-06T16:00+10:30",
        "2026-04-03T16:00+11:00, 72h, 2026-04-06T15:30+10:30",
        "2026-10-02T16:00+10:30, 4bh, 2026-10-05T12:00+11:00",
        "2026-10-02T16:00+10:30, 2bw, 2026-10-16T16:00+11:00",
        "2026-10-02T16:00+10:30, 72h, 2026-10-05T16:30+11:00",
    })
    void on_lord_howe_island(OffsetDateTime start, String span, OffsetDateTime due) {
        assertDue(Offices.office(null), LORD_HOWE, start, span, due);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @Tag("SLA-25")
    @CsvSource({
        "America/New_York, 2026-03-07T23:00-05:00, 7bh, 2026-03-08T08:00-04:00",
        "America/New_York, 2026-03-07T23:00-05:00, 8bh, 2026-03-09T01:00-04:00",
        "America/New_York, 2026-10-31T23:00-04:00, 8bh, 2026-11-01T07:00-05:00",
        "America/New_York, 2026-10-31T23:00-04:00, 9bh, 2026-11-01T08:00-05:00",
        "Europe/Berlin, 2026-03-28T23:00+01:00, 8bh, 2026-03-30T01:00+02:00",
        "Europe/Berlin, 2026-10-24T23:00+02:00, 9bh, 2026-10-25T08:00+01:00",
        "Australia/Lord_Howe, 2026-04-04T23:00+11:00, 8bh, 2026-04-05T07:30+10:30",
        "Australia/Lord_Howe, 2026-10-03T23:00+10:30, 8bh, 2026-10-05T00:30+11:00",
        // Two o'clock is past before it comes.
        "America/New_York, 2026-03-07T02:30-05:00, 1bd, 2026-03-08T03:00-04:00",
    })
    void in_a_night_in_which_the_clocks_change(ZoneId zone, OffsetDateTime start, String span, OffsetDateTime due) {
        assertDue(Offices.everyDay("00:00", "08:00"), zone, start, span, due);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-10-16T16:00+02:00, 4bh, 2026-10-18T12:00+02:00",
        "2026-10-16T16:00+02:00, 1bw, 2026-10-25T08:00+01:00",
        // Labor Day of the policy's calendar does not bind him.
        "2026-09-06T13:00+02:00, 2bh, 2026-09-07T09:00+02:00",
    })
    void at_the_hours_of_an_owner_who_works_from_sunday_to_thursday(
            OffsetDateTime start, String span, OffsetDateTime due) {
        WorkingTime own = WorkingTime.of(
                "Europe/Berlin",
                EnumSet.of(
                                DayOfWeek.SUNDAY,
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY)
                        .stream()
                        .map(Enum::name)
                        .toList(),
                "08:00-14:00",
                "de");
        BusinessCalendar calendar = BusinessCalendar.with(Offices.office("us"), own);
        assertThat(calendar.plus(start.toInstant(), Span.parse(span))).isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-10-18T08:00Z", "false, 2026-10-19T13:00Z"})
    void the_owners_hours_count_only_where_the_policy_says_so(boolean own, OffsetDateTime opening) {
        CalendarRules office = Offices.office("us");
        CalendarRules rules =
                new CalendarRules(office.days(), office.hours(), office.zone(), own, own, office.holidays(), Set.of());
        WorkingTime sundays = WorkingTime.of("UTC", Set.of("SUNDAY"), "08:00-14:00", "");
        assertThat(BusinessCalendar.with(rules, sundays)
                        .nextOpening(OffsetDateTime.parse("2026-10-17T10:00Z").toInstant()))
                .isEqualTo(opening.toInstant());
    }

    private static void assertDue(
            CalendarRules rules, ZoneId zone, OffsetDateTime start, String span, OffsetDateTime due) {
        BusinessCalendar calendar = BusinessCalendar.of(rules, zone);
        assertThat(calendar.plus(start.toInstant(), Span.parse(span))
                        .atZone(zone)
                        .toOffsetDateTime())
                .isEqualTo(due);
    }
}
