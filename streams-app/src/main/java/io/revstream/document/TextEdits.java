package io.revstream.document;

import io.revstream.document.SourceNode.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a few values in the text of a document and leaves every other character as it is, comments above all. The nodes must have been
 * read from that very text.
 */
public final class TextEdits {

    private record Edit(int from, int to, String text) {}

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    public TextEdits(String text) {
        this.text = text;
    }

    /** Writes another value in the place of a scalar, without quotes. */
    public TextEdits replace(SourceNode scalar, String value) {
        int from = offset(scalar.place());
        edits.add(new Edit(from, from + length(scalar, from), value));
        return this;
    }

    /** Adds a key with a value to a map, before its first. */
    public TextEdits add(SourceNode map, String key, String value) {
        if (map.kind() != Kind.MAP) {
            throw new IllegalArgumentException("Expected keys with values, but found " + map.words());
        }
        int start = offset(map.place());
        if (text.charAt(start) == '{') {
            insert(start + 1, key + ": " + value + (map.keys().isEmpty() ? "" : ", "));
        } else {
            Place first = map.keys().get(0).place();
            insert(offset(first), key + ": " + value + "\n" + " ".repeat(first.column() - 1));
        }
        return this;
    }

    /** Takes away the line that a node begins in: an entry of a list that stands in one line. */
    public TextEdits removeLine(SourceNode entry) {
        int within = offset(entry.place());
        int next = text.indexOf('\n', within);
        edits.add(new Edit(text.lastIndexOf('\n', within) + 1, next < 0 ? text.length() : next + 1, ""));
        return this;
    }

    private void insert(int at, String added) {
        edits.add(new Edit(at, at, added));
    }

    /** The text with all changes. */
    public String apply() {
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted((a, b) -> Integer.compare(b.from, a.from))
                .forEach(edit -> changed.replace(edit.from, edit.to, edit.text));
        return changed.toString();
    }

    /** How many characters a scalar takes in the text. */
    private int length(SourceNode scalar, int from) {
        char quote = text.charAt(from);
        if (scalar.plain() || (quote != '"' && quote != '\'')) {
            if (scalar.text() == null || !text.startsWith(scalar.text(), from)) {
                throw new IllegalArgumentException("Expected a value in one line, but found " + scalar.words());
            }
            return scalar.text().length();
        }
        int end = from + 1;
        while (text.charAt(end) != quote || (quote == '\'' && text.startsWith("''", end))) {
            end += (quote == '"' && text.charAt(end) == '\\') || (quote == '\'' && text.startsWith("''", end)) ? 2 : 1;
        }
        return end + 1 - from;
    }

    /** Columns count code points. */
    private int offset(Place place) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, place.column() - 1);
    }
}
