package io.revstream.app.specification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Builds a Markdown document. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    Markdown title(String title) {
        text.append("# ").append(title).append("\n\n");
        return this;
    }

    Markdown section(String title) {
        text.append("## ").append(title).append("\n\n");
        return this;
    }

    Markdown part(String title) {
        text.append("### ").append(title).append("\n\n");
        return this;
    }

    Markdown paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
        return this;
    }

    Markdown items(List<String> items) {
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        text.append('\n');
        return this;
    }

    /** A table; nothing when it has no rows. */
    Markdown table(List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            text.append(row(columns)).append("|---".repeat(columns.size())).append("|\n");
            rows.forEach(cells -> text.append(row(cells)));
            text.append('\n');
        }
        return this;
    }

    static List<String> cells(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    String text() {
        return text.toString();
    }
}
