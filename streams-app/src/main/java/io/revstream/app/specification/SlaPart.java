package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** SLA clocks with their escalation chains. */
final class SlaPart {

    private static final Map<String, String> WORDS = Map.of(
            "when", "only if ",
            "engaged", "not where the latest contact was ",
            "restarts", "starts anew with ",
            "pauses", "pauses ");

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
        if (clock.at("of").isPresent()) {
            facts.add("runs for a " + clock.at("of").text());
        }
        facts.add("starts with " + NodeWords.of(clock.at("starts")));
        for (String key : List.of("when", "engaged", "restarts", "pauses")) {
            if (clock.at(key).isPresent()) {
                facts.add(WORDS.get(key) + NodeWords.of(clock.at(key)));
            }
        }
        if ("pauses".equals(clock.at("away").text())) {
            facts.add("business time stands still while the owner is away");
        }
        facts.add("stops with " + NodeWords.of(clock.at("stops")));
        facts.add("due " + clock.at("target").text() + " after its start, by calendar "
                + clock.at("calendar").text());
        if (clock.at("reassignments").isPresent()) {
            facts.add("reassigns a lead at most " + clock.at("reassignments").text()
                    + " times; after that the chain ends with its last recipient");
        }
        page.items(facts);
        steps(page, clock.at("chain"));
        for (SourceNode variant : clock.at("variants").items()) {
            page.paragraph("Variant **" + variant.at("variant").text() + "**: due "
                    + variant.at("target").text() + " after its start if " + NodeWords.of(variant.at("when")) + ".");
            if (variant.at("chain").isPresent()) {
                steps(page, variant.at("chain"));
            }
        }
    }

    private static void steps(Markdown page, SourceNode chain) {
        List<List<String>> rows = new ArrayList<>();
        for (SourceNode step : chain.items()) {
            rows.add(Markdown.cells(
                    when(step),
                    step.at("step").text(),
                    step.at("says").text(),
                    step.at("tells").text(),
                    NodeWords.of(step.at("then")),
                    String.join(
                            ", ",
                            step.at("does").each("action").stream()
                                    .map(SourceNode::text)
                                    .toList())));
        }
        page.table(List.of("After", "Step", "Says", "Tells", "Then", "Asks for"), rows);
    }

    private static String when(SourceNode step) {
        if (step.at("overdue").isPresent()) {
            return step.at("overdue").text() + " overdue";
        }
        if (step.at("from").isPresent()) {
            return step.at("from").text() + ", then every " + step.at("every").text() + " before "
                    + step.at("until").text();
        }
        return step.at("at").text();
    }
}
