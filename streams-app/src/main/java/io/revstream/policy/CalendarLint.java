package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/** Checks calendars, time zones, dates and currencies. */
record CalendarLint(Problems problems) {

    void check(SourceNode document) {
        document.at("calendars").values().values().forEach(this::calendar);
        document.at("routing", "teams").values().values().forEach(team -> zone(team.at("zone")));
        SourceNode profile = document.at("profile");
        date(profile.at("lastCalibrated"));
        SourceNode value = profile.at("contractValue");
        currency(value.at("currency"));
        currency(document.at("pipeline", "currency"));
        Long from = value.at("from").number();
        Long to = value.at("to").number();
        if (from != null && to != null && to < from) {
            problems.error(
                    value.at("to"), "Expected at least " + from + ", the lower end of the range, but found " + to);
        }
    }

    private void calendar(SourceNode calendar) {
        hours(calendar.at("hours"));
        zone(calendar.at("zone"));
        SourceNode ownersHours = calendar.at("useOwnersHours");
        if ("true".equals(ownersHours.text())
                && "false".equals(calendar.at("useOwnersZone").text())) {
            problems.error(
                    ownersHours,
                    "Expected useOwnersZone beside useOwnersHours, but it is false: reps state their hours in their own zones");
        }
        calendar.at("alsoClosed").items().forEach(this::date);
        holidays(calendar.at("holidays"));
    }

    void hours(SourceNode hours) {
        if (hours.text() != null && hours.text().matches("[0-9:]{5}-[0-9:]{5}")) {
            String[] parts = hours.text().split("-");
            if (parts[0].compareTo(parts[1]) >= 0) {
                problems.error(
                        hours, "Expected opening hours that end after they begin, but found \"" + hours.text() + "\"");
            }
        }
    }

    void holidays(SourceNode holidays) {
        if (holidays.text() != null && !HolidayCalendars.isKnown(holidays.text())) {
            problems.error(
                    holidays,
                    "Expected a holiday calendar of the Jollyday library such as us, but found \"" + holidays.text()
                            + "\"");
        }
    }

    private void zone(SourceNode zone) {
        if (zone.text() != null) {
            problems.unlessKnown(zone, "an IANA time zone such as America/New_York", ZoneId.getAvailableZoneIds());
        }
    }

    private void date(SourceNode date) {
        if (date.text() != null && date.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate.parse(date.text());
            } catch (DateTimeException noSuchDay) {
                problems.error(date, "Expected a day of the calendar, but found \"" + date.text() + "\"");
            }
        }
    }

    private void currency(SourceNode currency) {
        if (currency.text() != null
                && currency.text().matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(c -> c.getCurrencyCode().equals(currency.text()))) {
            problems.error(
                    currency, "Expected a currency of ISO 4217 such as USD, but found \"" + currency.text() + "\"");
        }
    }
}
