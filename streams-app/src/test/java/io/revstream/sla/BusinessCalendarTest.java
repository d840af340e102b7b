package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.revstream.sla.Offices.KOLKATA;
import static io.revstream.sla.Offices.LONDON;
import static io.revstream.sla.Offices.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Golden calendars: the right column was worked out by hand from a wall calendar, not by this code. */
class BusinessCalendarTest {

    private static final LocalDateTime FRIDAY_4PM = LocalDateTime.parse("2026-10-16T16:00");
    private static final LocalDateTime MONDAY_NOON = LocalDateTime.parse("2026-10-19T12:00");

    @Test
    @Tag("SLA-25")
    void four_business_hours_after_friday_four_in_the_afternoon_are_monday_noon() {
        BusinessCalendar office = BusinessCalendar.of(Offices.office(), NEW_YORK);
        assertThat(office.plus(at(FRIDAY_4PM, NEW_YORK), new Span(4, Span.Unit.BH)))
                .isEqualTo(at(MONDAY_NOON, NEW_YORK));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @Tag("SLA-25")
    @CsvSource({
        // within a day, up to closing time, over it
        "America/New_York, 2026-10-14T09:00, 4bh, 2026-10-14T13:00",
        "America/New_York, 2026-10-14T13:00, 4bh, 2026-10-14T17:00",
        "America/New_York, 2026-10-14T13:01, 4bh, 2026-10-15T09:01",
        "America/New_York, 2026-10-14T10:00, 20bh, 2026-10-16T14:00",
        // started outside hours: before opening, at closing time, at night, on a weekend
        "America/New_York, 2026-10-14T05:30, 1bh, 2026-10-14T10:00",
        "America/New_York, 2026-10-14T17:00, 1bh, 2026-10-15T10:00",
        "America/New_York, 2026-10-14T23:59, 1bh, 2026-10-15T10:00",
        "America/New_York, 2026-10-17T12:00, 8bh, 2026-10-19T17:00",
        "America/New_York, 2026-10-18T23:00, 9bh, 2026-10-20T10:00",
        // holidays: Thanksgiving; Independence Day on a Saturday is observed on Friday; Christmas; a day the policy
        // closes
        "America/New_York, 2026-11-25T16:00, 2bh, 2026-11-27T10:00",
        "America/New_York, 2026-07-02T16:00, 4bh, 2026-07-06T12:00",
        "America/New_York, 2026-12-24T16:30, 1bh, 2026-12-28T09:30",
        "America/New_York, 2026-08-11T16:00, 2bh, 2026-08-13T10:00",
        // daylight saving changes on a Sunday: working hours of the week are as long as ever
        "America/New_York, 2026-03-06T16:00, 4bh, 2026-03-09T12:00",
        "America/New_York, 2026-10-30T16:00, 4bh, 2026-11-02T12:00",
        "Europe/London, 2026-03-27T16:00, 4bh, 2026-03-30T12:00",
        "Europe/London, 2026-10-23T16:00, 4bh, 2026-10-26T12:00",
        "Australia/Sydney, 2026-10-02T16:00, 4bh, 2026-10-05T12:00",
        "Australia/Sydney, 2026-04-03T16:00, 4bh, 2026-04-06T12:00",
        "Asia/Kolkata, 2026-10-16T16:00, 4bh, 2026-10-19T12:00",
        // business days: the same local time, also across a change; from the next opening when started outside
        "America/New_York, 2026-10-14T10:30, 1bd, 2026-10-15T10:30",
        "America/New_York, 2026-10-16T10:30, 5bd, 2026-10-23T10:30",
        "America/New_York, 2026-10-30T16:00, 1bd, 2026-11-02T16:00",
        "America/New_York, 2026-10-17T12:00, 1bd, 2026-10-20T09:00",
        "America/New_York, 2026-10-16T17:00, 1bd, 2026-10-20T09:00",
        "America/New_York, 2026-11-25T11:00, 1bd, 2026-11-27T11:00",
    })
    void working_time_is_counted_in_local_hours(String zone, LocalDateTime start, String span, LocalDateTime due) {
        ZoneId local = ZoneId.of(zone);
        BusinessCalendar office = BusinessCalendar.of(Offices.office(), local);
        assertThat(office.plus(at(start, local), Span.parse(span))).isEqualTo(at(due, local));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-10-30T20:00:00Z, 15min, 2026-10-30T20:15:00Z",
        "2026-10-30T20:00:00Z, 48h, 2026-11-01T20:00:00Z",
        "2026-10-30T20:00:00Z, 2d, 2026-11-01T20:00:00Z",
        "2026-10-30T20:00:00Z, 1w, 2026-11-06T20:00:00Z",
        "2026-10-30T20:00:00Z, 1mo, 2026-11-29T20:00:00Z",
    })
    @Tag("GEN-06")
    void elapsed_time_takes_no_notice_of_weekends_and_clock_changes(Instant start, String span, Instant due) {
        assertThat(BusinessCalendar.of(Offices.office(), NEW_YORK).plus(start, Span.parse(span)))
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} {1}-{2} is open {4} on {3}")
    @CsvSource({
        // the clock goes from 02:00 to 03:00: hours around the gap are shorter, an opening or closing time within it is
        // at the gap
        "America/New_York, 01:00, 05:00, 2026-03-08, PT3H",
        "America/New_York, 02:30, 05:00, 2026-03-08, PT2H",
        "America/New_York, 01:00, 02:30, 2026-03-08, PT1H",
        // the clock goes from 02:00 back to 01:00: the hour that comes twice counts twice
        "America/New_York, 00:00, 05:00, 2026-11-01, PT6H",
        "America/New_York, 01:30, 05:00, 2026-11-01, PT4H30M",
        "America/New_York, 00:30, 01:30, 2026-11-01, PT2H",
        // Sydney's gap is in October, its overlap in April; India has neither
        "Australia/Sydney, 01:00, 05:00, 2026-10-04, PT3H",
        "Australia/Sydney, 01:00, 05:00, 2026-04-05, PT5H",
        "Asia/Kolkata, 01:00, 05:00, 2026-03-08, PT4H",
        // Samoa had no 30 December 2011 at all
        "Pacific/Apia, 09:00, 17:00, 2011-12-30, PT0S",
    })
    @Tag("SLA-25")
    void a_clock_change_within_opening_hours_changes_their_length(
            String zone, String from, String until, String day, Duration open) {
        ZoneId local = ZoneId.of(zone);
        BusinessCalendar shop = BusinessCalendar.of(Offices.everyDay(from, until), local);
        Instant midnight = at(LocalDateTime.parse(day + "T00:00"), local);
        assertThat(shop.between(midnight, midnight.plus(Duration.ofHours(open.isZero() ? 0 : 20))))
                .isEqualTo(open);
    }

    @Test
    void a_business_day_that_ends_in_a_gap_ends_when_the_gap_does() {
        BusinessCalendar nightShop = BusinessCalendar.of(Offices.everyDay("01:00", "05:00"), NEW_YORK);
        Instant due = nightShop.plus(at(LocalDateTime.parse("2026-03-07T02:30"), NEW_YORK), Span.parse("1bd"));
        assertThat(due).isEqualTo(at(LocalDateTime.parse("2026-03-08T03:00"), NEW_YORK));
    }

    @Test
    @Tag("SLA-25")
    void the_clock_runs_in_opening_hours_only() {
        BusinessCalendar office = BusinessCalendar.of(Offices.office(), NEW_YORK);
        assertThat(office.isOpen(at(LocalDateTime.parse("2026-10-16T09:00"), NEW_YORK)))
                .isTrue();
        assertThat(office.isOpen(at(LocalDateTime.parse("2026-10-16T16:59"), NEW_YORK)))
                .isTrue();
        assertThat(office.isOpen(at(LocalDateTime.parse("2026-10-16T17:00"), NEW_YORK)))
                .isFalse();
        assertThat(office.isOpen(at(LocalDateTime.parse("2026-10-17T12:00"), NEW_YORK)))
                .isFalse();
        assertThat(office.isOpen(at(LocalDateTime.parse("2026-11-26T12:00"), NEW_YORK)))
                .isFalse();
        assertThat(office.nextOpening(at(LocalDateTime.parse("2026-10-16T17:00"), NEW_YORK)))
                .isEqualTo(at(LocalDateTime.parse("2026-10-19T09:00"), NEW_YORK));
        assertThat(office.between(at(FRIDAY_4PM, NEW_YORK), at(MONDAY_NOON, NEW_YORK)))
                .isEqualTo(Duration.ofHours(4));
        assertThat(office.between(at(MONDAY_NOON, NEW_YORK), at(FRIDAY_4PM, NEW_YORK)))
                .isZero();
    }

    @Test
    void no_working_time_at_all_ends_at_the_next_opening() {
        BusinessCalendar office = BusinessCalendar.of(Offices.office(), NEW_YORK);
        Instant noon = at(MONDAY_NOON, NEW_YORK);
        assertThat(office.plus(noon, new Span(0, Span.Unit.BH))).isEqualTo(noon);
        assertThat(office.plus(noon, new Span(0, Span.Unit.H))).isEqualTo(noon);
        assertThat(office.plus(at(FRIDAY_4PM.plusHours(3), NEW_YORK), new Span(0, Span.Unit.BH)))
                .isEqualTo(at(MONDAY_NOON.minusHours(3), NEW_YORK));
    }

    @Test
    void holidays_are_those_of_the_calendar_that_the_policy_names() {
        Instant beforeBoxingDay = at(LocalDateTime.parse("2025-12-24T16:00"), LONDON);
        assertThat(BusinessCalendar.of(Offices.office("gb"), LONDON).plus(beforeBoxingDay, Span.parse("2bh")))
                .isEqualTo(at(LocalDateTime.parse("2025-12-29T10:00"), LONDON));
        assertThat(BusinessCalendar.of(Offices.office(null), LONDON).plus(beforeBoxingDay, Span.parse("2bh")))
                .isEqualTo(at(LocalDateTime.parse("2025-12-25T10:00"), LONDON));
        assertThatThrownBy(() -> BusinessCalendar.of(Offices.office("atlantis"), LONDON))
                .hasMessage("Expected a holiday calendar of Jollyday, but it has none called atlantis");
    }

    @Test
    @Tag("GEN-06")
    void the_owners_zone_counts_when_the_policy_says_so_and_he_has_one() {
        CalendarRules rules = Offices.office();
        CalendarRules fixed = new CalendarRules(rules.days(), rules.hours(), NEW_YORK, false, false, "us", Set.of());
        assertThat(BusinessCalendar.of(rules, LONDON).zone()).isEqualTo(LONDON);
        assertThat(BusinessCalendar.of(rules, null).zone()).isEqualTo(NEW_YORK);
        assertThat(BusinessCalendar.of(fixed, LONDON).zone()).isEqualTo(NEW_YORK);
        assertThat(BusinessCalendar.of(rules, LONDON)).isSameAs(BusinessCalendar.of(Offices.office(), LONDON));
    }

    @Test
    void what_is_added_is_what_lies_between_for_any_start_and_zone() {
        Random random = new Random(25);
        ZoneId[] zones = {NEW_YORK, LONDON, Offices.SYDNEY, KOLKATA};
        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 0; i < 2_000; i++) {
            BusinessCalendar office = BusinessCalendar.of(Offices.office(), zones[random.nextInt(zones.length)]);
            Instant start = from.plusSeconds(random.nextInt(3 * 365 * 86_400));
            Span span = new Span(1 + random.nextInt(60), Span.Unit.BH);
            Instant due = office.plus(start, span);
            assertThat(office.between(start, due))
                    .as("%s + %s in %s", start, span, office.zone())
                    .isEqualTo(Duration.ofHours(span.amount()));
            assertThat(office.isOpen(due.minusMillis(1))).isTrue();
        }
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
