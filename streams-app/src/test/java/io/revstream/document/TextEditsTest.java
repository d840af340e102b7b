package io.revstream.document;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextEditsTest {

    private static final String TEXT = """
            # head
            plain: 65   # stays
            "quoted": "a \\" b"  # stays
            single: 'it''s'
            map:
              first: 1
            flow: {a: 1, größe😀: 2, z: 3}
            empty: {}
            """;

    @Test
    void valuesAreReplacedAndAllElseStays() {
        SourceNode root = read(TEXT);

        String changed = new TextEdits(TEXT)
                .replace(root.at("flow", "z"), "300")
                .replace(root.at("plain"), "7")
                .replace(root.at("quoted"), "new")
                .replace(root.at("single"), "x")
                .apply();

        assertThat(changed).isEqualTo("""
                # head
                plain: 7   # stays
                "quoted": new  # stays
                single: x
                map:
                  first: 1
                flow: {a: 1, größe😀: 2, z: 300}
                empty: {}
                """);
    }

    @Test
    void keysAreAddedBeforeTheFirst() {
        SourceNode root = read(TEXT);

        String changed = new TextEdits(TEXT)
                .add(root.at("map"), "zero", "0")
                .add(root.at("flow"), "zero", "0")
                .add(root.at("empty"), "zero", "0")
                .add(root, "top", "{}")
                .apply();

        assertThat(changed).isEqualTo("""
                # head
                top: {}
                plain: 65   # stays
                "quoted": "a \\" b"  # stays
                single: 'it''s'
                map:
                  zero: 0
                  first: 1
                flow: {zero: 0, a: 1, größe😀: 2, z: 3}
                empty: {zero: 0}
                """);
    }

    @Test
    void linesMayEndAsOnWindows() {
        String windows = "a: 1\r\nb: 2\r\n";

        assertThat(new TextEdits(windows).replace(read(windows).at("b"), "3").apply())
                .isEqualTo("a: 1\r\nb: 3\r\n");
    }

    @Test
    void aValueThatRunsOverLinesIsNotTouched() {
        String folded = "a: one\n  two\n";

        assertThatThrownBy(() -> new TextEdits(folded).replace(read(folded).at("a"), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a value in one line, but found \"one two\"");
    }

    private static SourceNode read(String text) {
        return SourceReader.read(text, "a document", new Problems("p"));
    }
}
