package io.revstream.scenario;

import java.util.ArrayList;
import java.util.List;

/** Differences for people: what was expected on the left, what happened on the right, a mark where they differ. */
public final class DifferenceText {

    private static final String PART = "field";
    private static final String EXPECTED = "expected";
    private static final String FOUND = "happened";

    private DifferenceText() {}

    /** A difference in lines; the first begins with its place, so that editors can jump there. */
    public static String of(Scenario scenario, Difference difference) {
        ValueText text = new ValueText(scenario.zone());
        List<String> lines = new ArrayList<>();
        lines.add("%s:%d:%d: %s"
                .formatted(
                        scenario.file(),
                        difference.place().line(),
                        difference.place().column(),
                        difference.message()));
        if (!difference.rows().isEmpty()) {
            lines.addAll(table(difference.rows(), text));
        }
        if (!difference.happened().isEmpty()) {
            lines.add("    what happened then:");
            difference.happened().forEach(one -> lines.add("      " + one));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> table(List<Comparison.Row> rows, ValueText text) {
        int part = width(PART, rows.stream().map(Comparison.Row::part).toList());
        int expected = width(
                EXPECTED, rows.stream().map(row -> text.of(row.expected())).toList());
        String format = "    %s %-" + part + "s | %-" + expected + "s | %s";
        List<String> lines = new ArrayList<>();
        lines.add(format.formatted(" ", PART, EXPECTED, FOUND));
        for (Comparison.Row row : rows) {
            lines.add(format.formatted(
                    row.same() ? " " : "!", row.part(), text.of(row.expected()), text.of(row.found())));
        }
        return lines;
    }

    private static int width(String title, List<String> texts) {
        return texts.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    }
}
