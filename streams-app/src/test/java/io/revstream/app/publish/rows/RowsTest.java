package io.revstream.app.publish.rows;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowsTest {

    @Test
    void readsRowsWithTheLineOnWhichEachBegins() throws Exception {
        List<RowRead> rows = csv("id,note\n1,\"two\nlines\"\n\n2,plain\n");

        assertThat(rows)
                .containsExactly(
                        new Row("f.csv", 2, Map.of("id", "1", "note", "two\nlines"), "1,\"two\nlines\""),
                        new Row("f.csv", 5, Map.of("id", "2", "note", "plain"), "2,plain"));
    }

    @Test
    void readsQuotesWithinQuotesSpacesAndWindowsLineEnds() throws Exception {
        List<RowRead> rows = csv("\uFEFFid,note\r\n1,\"say \"\"hi\"\", you\" \r\n2, spaced \r\n3,5\" pipe");

        assertThat(rows.stream().map(row -> ((Row) row).values().get("note")))
                .containsExactly("say \"hi\", you", " spaced ", "5\" pipe");
        assertThat(rows.stream().map(row -> ((Row) row).values().get("id"))).containsExactly("1", "2", "3");
    }

    @Test
    void rejectsARowWithTooFewOrTooManyColumns() throws Exception {
        assertThat(csv("a,b\n1\n1,2,3\n1,2\n"))
                .element(0)
                .isEqualTo(rejected(2, null, "Expected 2 columns, but found 1", "1"));
        assertThat(csv("a,b\n1\n1,2,3\n1,2\n").get(1))
                .isEqualTo(rejected(3, null, "Expected 2 columns, but found 3", "1,2,3"));
    }

    @Test
    void aBrokenQuoteCostsOneLineAndNotTheRestOfTheFile() throws Exception {
        List<RowRead> rows = csv("a,b\n1,\"two\nlines\"\n2,\"open\n3,x\n4,\"shut\" it\n5,y\n");

        assertThat(rows)
                .containsExactly(
                        new Row("f.csv", 2, Map.of("a", "1", "b", "two\nlines"), "1,\"two\nlines\""),
                        rejected(
                                4,
                                null,
                                "Expected a separator or a line end after a closing quote, but found other text",
                                "2,\"open"),
                        new Row("f.csv", 5, Map.of("a", "3", "b", "x"), "3,x"),
                        rejected(
                                6,
                                null,
                                "Expected a separator or a line end after a closing quote, but found other text",
                                "4,\"shut\" it"),
                        new Row("f.csv", 7, Map.of("a", "5", "b", "y"), "5,y"));
    }

    @Test
    void rejectsAQuoteThatIsNeverClosed() throws Exception {
        assertThat(csv("a,b\n1,\"open\n2,x\n"))
                .containsExactly(
                        rejected(2, null, "Expected a closing quote, but the file ends", "1,\"open"),
                        new Row("f.csv", 3, Map.of("a", "2", "b", "x"), "2,x"));
    }

    @Test
    void rejectsBytesThatAreNoUtf8WithTheirColumn() throws Exception {
        byte[] bytes = "a,b\n1,caf\u00E9\n2,caf\u00E9\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "a,b\n1,caf\u00E9\n2,tea\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(RowFormat.CSV, bytes)).allMatch(Row.class::isInstance);
        assertThat(read(RowFormat.CSV, latin))
                .containsExactly(
                        rejected(2, "b", "Expected UTF-8, but found byte 0xE9 at byte 6 of the row", "1,caf\uFFFD"),
                        new Row("f.csv", 3, Map.of("a", "2", "b", "tea"), "2,tea"));
    }

    @Test
    void rejectsACarriageReturnOutsideQuotes() throws Exception {
        assertThat(csv("a,b\n1,x\ry\n"))
                .containsExactly(
                        rejected(2, null, "Expected a CSV row, but found a carriage return within it", "1,x\ry"));
    }

    @Test
    void rejectsARowThatIsLongerThanAMebibyteAndReadsOn() throws Exception {
        List<RowRead> rows = csv("a,b\n1," + "x".repeat(2 << 20) + "\n2,y\n");

        assertThat(((Rejection) rows.get(0)).reason())
                .isEqualTo("Expected a row of at most 1048576 bytes, but it is longer");
        assertThat(rows.get(1)).isEqualTo(new Row("f.csv", 3, Map.of("a", "2", "b", "y"), "2,y"));
    }

    @Test
    void looksForAClosingQuoteOnlySoFar() throws Exception {
        List<RowRead> rows = csv("a,b\n1,\"open\n" + "2,y\n".repeat(400_000));

        assertThat(rows).hasSize(400_001);
        assertThat(((Rejection) rows.get(0)).reason()).startsWith("Expected a closing quote within 1048576 bytes");
    }

    @Test
    void doesNotReadAColumnWithoutAName() throws Exception {
        assertThat(csv("a,,b\n1,x,2\n")).containsExactly(new Row("f.csv", 2, Map.of("a", "1", "b", "2"), "1,x,2"));
    }

    @Test
    void refusesAFileWithoutUsableHeader() {
        assertThatThrownBy(() -> csv("")).hasMessage("f.csv: Expected a line of column names, but the file is empty");
        assertThatThrownBy(() -> csv("a,b,a\n"))
                .hasMessage("f.csv:1: Expected distinct column names, but \"a\" occurs twice");
        assertThatThrownBy(() -> csv("a,\"b\n")).hasMessage("f.csv:1: Expected a closing quote, but the file ends");
    }

    @Test
    void readsOtherSeparators() throws Exception {
        RowSource tabs = RowFormat.CSV.open("f.tsv", stream("a\tb\n1\t2,3\n"), null);
        RowSource semicolons = RowFormat.CSV.open("f.csv", stream("a;b\n1;2,3\n"), ';');

        assertThat(((Row) tabs.next()).values()).isEqualTo(Map.of("a", "1", "b", "2,3"));
        assertThat(((Row) semicolons.next()).values()).isEqualTo(Map.of("a", "1", "b", "2,3"));
    }

    @Test
    void readsJsonObjectsWithNestedFieldsAndAllDigits() throws Exception {
        List<RowRead> rows = read(RowFormat.JSONL, """
                {"id": 1.10, "who": {"name": "Ada", "tags": ["a", 2.50]}, "ok": true, "none": null}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(((Row) rows.get(0)).values())
                .containsEntry("id", "1.10")
                .containsEntry("who.name", "Ada")
                .containsEntry("who.tags", "[\"a\",2.50]")
                .containsEntry("ok", "true")
                .containsEntry("none", "");
    }

    @Test
    void rejectsLinesThatAreNoJsonObjects() throws Exception {
        List<RowRead> rows = read(
                RowFormat.JSONL,
                "{\"a\":1}\n\n[1]\n{\"a\":\n{\"a\":1} x\n{\"a\":1,\"a\":2}\n{\"a.b\":1,\"a\":{\"b\":2}}\n{\"a\":2}\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(7);
        assertThat(rows.stream().filter(Rejection.class::isInstance).map(row -> ((Rejection) row).line()))
                .containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(rows.subList(1, 6))
                .allSatisfy(row -> assertThat(((Rejection) row).reason()).startsWith("Expected a JSON object, but "));
        assertThat(((Rejection) rows.get(4)).reason()).contains("Duplicate field 'a'");
        assertThat(((Rejection) rows.get(5)).reason()).contains("found two fields for column \"a.b\"");
    }

    @Test
    void readsWellFormedCsvAsTheLibraryDoes() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            List<String[]> cells = randomCells(new Random(seed));
            String text = write(cells);
            List<RowRead> rows = csv("a,b,c\n" + text);

            assertThat(rows).as("seed %d", seed).hasSameSizeAs(cells);
            for (int i = 0; i < cells.size(); i++) {
                assertThat(((Row) rows.get(i)).values().values())
                        .as("seed %d", seed)
                        .containsExactly(cells.get(i));
            }
            assertThat(libraryRows(text)).as("seed %d", seed).containsExactlyElementsOf(cells);
        }
    }

    private static List<String[]> randomCells(Random random) {
        String letters = "ab\",\n ;'\u00E9\r\n";
        List<String[]> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String[] row = new String[3];
            for (int c = 0; c < row.length; c++) {
                StringBuilder cell = new StringBuilder(c == 0 ? "x" : "");
                random.ints(random.nextInt(6), 0, letters.length()).forEach(l -> cell.append(letters.charAt(l)));
                row[c] = cell.toString();
            }
            rows.add(row);
        }
        return rows;
    }

    private static String write(List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append('"')
                        .append(row[i].replace("\"", "\"\""))
                        .append('"')
                        .append(i == row.length - 1 ? "\n" : ",");
            }
        }
        return text.toString();
    }

    private static List<String[]> libraryRows(String text) throws IOException {
        return new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<String[]>readValues(text)
                .readAll();
    }

    private static Rejection rejected(long line, String column, String reason, String original) {
        return new Rejection("f.csv", line, List.of(new RowProblem(column, reason)), original);
    }

    private static List<RowRead> csv(String text) throws IOException {
        return read(RowFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RowRead> read(RowFormat format, byte[] bytes) throws IOException {
        List<RowRead> rows = new ArrayList<>();
        try (RowSource source = format.open("f.csv", new ByteArrayInputStream(bytes), null)) {
            for (RowRead row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
