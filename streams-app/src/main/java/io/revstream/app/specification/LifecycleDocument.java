package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stages with what leads in and out, their owners and SLAs. */
final class LifecycleDocument {

    private static final Set<String> TOLD = Set.of("stages");
    private static final Set<String> COLUMNS = Set.of("stage", "owner", "entry", "required", "does", "handoff");

    private LifecycleDocument() {}

    static Specification of(Policy policy, SourceNode document) {
        Markdown page = Terms.head("Lifecycle stages", policy);
        SourceNode lifecycle = document.at("lifecycle");
        stages(page, lifecycle);
        moves(page, lifecycle);
        page.section("Promotion").paragraph("What makes a lead an MQL:");
        page.table(List.of("Rule", "Meaning"), rows(document.at("mql"), Set.of()));
        exits(page, document);
        page.section("SLAs");
        SlaPart.write(page, document, clock -> true);
        new Terms(policy, document, "lifecycle", "mql", "sla", "rejection").explain(page);
        return new Specification("1-lifecycle.md", page.text());
    }

    private static void stages(Markdown page, SourceNode lifecycle) {
        page.section("Stages")
                .paragraph(
                        "First to last. A lead enters the furthest stage whose entry holds and never goes back by itself:"
                                + " it leaves a stage by entering a later one, or in one of the ways out below.");
        List<List<String>> rows = new ArrayList<>();
        List<SourceNode> stages = lifecycle.at("stages").items();
        for (int i = 0; i < stages.size(); i++) {
            rows.add(row(i + 1, stages.get(i), lifecycle, i + 1 < stages.size() ? name(stages.get(i + 1)) : ""));
        }
        page.table(List.of("#", "Stage", "Owner", "Entered when", "Needs", "On entry", "Hands over", "Next"), rows);
    }

    private static List<String> row(int number, SourceNode stage, SourceNode lifecycle, String next) {
        String name = name(stage);
        SourceNode entry = stage.at("entry");
        return Markdown.cells(
                number,
                name,
                stage.at("owner").isPresent() ? stage.at("owner").text() : "not stated",
                entry.isPresent() ? NodeWords.of(entry) : moved(name, lifecycle),
                NodeWords.of(stage.at("required")),
                NodeWords.of(stage.at("does")),
                NodeWords.of(stage.at("handoff")),
                next + others(stage));
    }

    /** What leads to a stage that has no gate. */
    private static String moved(String stage, SourceNode lifecycle) {
        List<String> by = new ArrayList<>();
        lifecycle.values().forEach((key, value) -> add(by, key, value, stage));
        return by.isEmpty() ? "a person moves it" : String.join(", ", by);
    }

    private static void add(List<String> by, String key, SourceNode value, String stage) {
        if (stage.equals(value.text())) {
            by.add(key);
        }
    }

    private static String others(SourceNode stage) {
        StringBuilder more = new StringBuilder();
        stage.values().forEach((key, value) -> {
            if (!COLUMNS.contains(key)) {
                more.append("; ").append(key).append(' ').append(NodeWords.of(value));
            }
        });
        return more.toString();
    }

    private static String name(SourceNode stage) {
        return stage.text() == null ? stage.at("stage").text() : stage.text();
    }

    private static void moves(Markdown page, SourceNode lifecycle) {
        page.table(List.of("Further rules of the lifecycle", ""), rows(lifecycle, TOLD));
    }

    private static void exits(Markdown page, SourceNode document) {
        page.section("Ways out").paragraph("Sales rejects a lead with a code, and the code says what follows:");
        page.table(List.of("Code", "What follows"), rows(document.at("rejection", "reasons"), Set.of()));
        page.table(List.of("Further rules of rejection", ""), rows(document.at("rejection"), Set.of("reasons")));
    }

    private static List<List<String>> rows(SourceNode map, Set<String> but) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, SourceNode> entry : map.values().entrySet()) {
            if (!but.contains(entry.getKey())) {
                rows.add(Markdown.cells(entry.getKey(), NodeWords.of(entry.getValue())));
            }
        }
        return rows;
    }
}
