package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.CalendarRules;
import io.revstream.policy.Policy;
import io.revstream.policy.TitleLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a document must explain to stand alone: which policy it is of, and the words and calendars that its sections name. */
final class Terms {

    private final Policy policy;
    private final SourceNode document;
    private final Set<String> named = new TreeSet<>();

    /** @param sections keys of the policy document that the specification tells of */
    Terms(Policy policy, SourceNode document, String... sections) {
        this.policy = policy;
        this.document = document;
        for (String section : sections) {
            collect(document.at(section));
        }
    }

    /** Title, policy and version. */
    static Markdown head(String title, Policy policy) {
        Markdown page = new Markdown().title(title);
        page.paragraph("Policy **" + policy.name() + "**, version **" + policy.version() + "**. " + policy.summary());
        return page;
    }

    /** Explains the words and calendars that are named. */
    void explain(Markdown page) {
        lists(page);
        signals(page);
        titles(page);
        calendars(page);
        page.section("Units")
                .paragraph(
                        "min, h, d, w and mo elapse, whatever the office hours; a month is 30 days. bh, bd, bw and bmo are business hours, days, weeks and months of the calendar that is named; 0bd lasts until closing time.");
    }

    private void lists(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        policy.lists().forEach((name, words) -> {
            if (named.contains(name)) {
                rows.add(Markdown.cells(name, words.isEmpty() ? "(empty)" : String.join(", ", new TreeSet<>(words))));
            }
        });
        if (!rows.isEmpty()) {
            page.section("Lists").table(List.of("List", "Words"), rows);
        }
    }

    private void signals(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        document.at("signals").values().forEach((name, signals) -> {
            if (named.contains(name)) {
                rows.add(Markdown.cells(name, NodeWords.of(signals)));
            }
        });
        if (!rows.isEmpty()) {
            page.section("Named signals").table(List.of("Name", "Any of"), rows);
        }
    }

    private void titles(Markdown page) {
        if (named.contains("titleLevel") && !policy.titles().isEmpty()) {
            page.section("Levels of job titles")
                    .paragraph("A title belongs to the first level of which it holds a word.");
            List<List<String>> rows = new ArrayList<>();
            for (TitleLevel level : policy.titles()) {
                rows.add(Markdown.cells(level.level(), String.join(", ", level.words())));
            }
            page.table(List.of("Level", "Words"), rows);
        }
    }

    private void calendars(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        policy.calendars().forEach((name, calendar) -> {
            if (named.contains(name)) {
                rows.add(calendar(name, calendar));
            }
        });
        if (!rows.isEmpty()) {
            page.section("Calendars")
                    .table(List.of("Calendar", "Days", "Hours", "Time zone", "Holidays", "Also closed"), rows);
        }
    }

    private static List<String> calendar(String name, CalendarRules calendar) {
        return Markdown.cells(
                name,
                String.join(
                        ", ",
                        new TreeSet<>(calendar.days()).stream().map(Enum::name).toList()),
                (calendar.useOwnersHours() ? "the owner's, else " : "")
                        + calendar.hours().from() + "-" + calendar.hours().until(),
                (calendar.useOwnersZone() ? "the owner's, else " : "") + calendar.zone(),
                calendar.holidays() == null ? "none" : calendar.holidays(),
                String.join(
                        ", ",
                        calendar.alsoClosed().stream()
                                .sorted()
                                .map(Object::toString)
                                .toList()));
    }

    private void collect(SourceNode node) {
        if (node.text() != null) {
            named.add(node.text());
        }
        node.values().values().forEach(this::collect);
        node.items().forEach(this::collect);
    }
}
