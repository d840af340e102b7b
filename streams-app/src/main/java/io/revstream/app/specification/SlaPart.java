package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** SLA clocks with their escalation chains. */
final class SlaPart {

    private SlaPart() {}

    /** @param which clocks to tell of */
    static void write(Markdown page, SourceNode document, Predicate<SourceNode> which) {
        for (SourceNode clock : document.at("sla", "clocks").items()) {
            if (which.test(clock)) {
                clock(page, clock);
            }
        }
    }

    private static void clock(Markdown page, SourceNode clock) {
        page.part("Clock " + clock.at("clock").text());
        List<String> facts = new ArrayList<>();
        facts.add("starts with " + NodeWords.of(clock.at("starts")));
        facts.add("stops with " + NodeWords.of(clock.at("stops")));
        facts.add("due " + clock.at("target").text() + " after its start, by calendar "
                + clock.at("calendar").text());
        if (clock.at("reassignments").isPresent()) {
            facts.add("reassigns a lead at most " + clock.at("reassignments").text()
                    + " times; after that the chain ends with its last recipient");
        }
        page.items(facts);
        List<List<String>> rows = new ArrayList<>();
        for (SourceNode step : clock.at("chain").items()) {
            rows.add(Markdown.cells(
                    step.at("at").text(),
                    step.at("step").text(),
                    step.at("says").text(),
                    step.at("tells").text(),
                    NodeWords.of(step.at("then"))));
        }
        page.table(List.of("After", "Step", "Says", "Tells", "Then"), rows);
    }
}
