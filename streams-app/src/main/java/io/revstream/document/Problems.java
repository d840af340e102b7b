package io.revstream.document;

import io.revstream.document.Problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a document. */
public final class Problems {

    /** More names than these are not listed in a message. */
    private static final int MOST_NAMES = 12;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    public void error(SourceNode at, String message) {
        add(at.place(), Severity.ERROR, message);
    }

    public void error(Place at, String message) {
        add(at, Severity.ERROR, message);
    }

    public void warning(SourceNode at, String message) {
        add(at.place(), Severity.WARNING, message);
    }

    /** A name that nothing has; a node without text is left to the schema. */
    public void unlessKnown(SourceNode name, String expected, Collection<String> known) {
        if (name.text() != null && !name.toJson().isNull() && !known.contains(name.text())) {
            error(name, unknown(expected, name.text(), known));
        }
    }

    /** Names that stand twice. */
    public void unlessDistinct(List<SourceNode> names, String what) {
        List<String> seen = new ArrayList<>();
        for (SourceNode name : names) {
            if (name.text() != null && seen.contains(name.text())) {
                error(name, "Expected each " + what + " once, but \"" + name.text() + "\" stands there again");
            }
            seen.add(name.text());
        }
    }

    public static String unknown(String expected, String found, Collection<String> known) {
        String names = known.isEmpty() || known.size() > MOST_NAMES ? "" : " (" + String.join(", ", known) + ")";
        return "Expected " + expected + names + ", but found \"" + found + "\"" + DidYouMean.question(found, known);
    }

    public boolean reject() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    public List<Problem> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private void add(Place at, Severity severity, String message) {
        found.add(new Problem(file, at.line(), at.column(), severity, message));
    }
}
