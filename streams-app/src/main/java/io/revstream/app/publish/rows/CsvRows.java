package io.revstream.app.publish.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of a CSV file (RFC 4180) whose first record names the columns. A column without a name is not read. */
final class CsvRows implements RowSource {

    private final String file;
    private final RecordCutter records;
    private final ObjectReader cells;
    private final List<String> header;

    CsvRows(String file, InputStream bytes, char separator) throws IOException {
        this.file = file;
        this.records = RecordCutter.ofCsv(bytes, separator);
        this.cells = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        this.header = header();
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.of(header.stream().filter(name -> !name.isEmpty()).toList());
    }

    @Override
    public long bytesRead() {
        return records.bytesRead();
    }

    @Override
    public RowRead next() throws IOException {
        RecordCutter.Cut cut = records.next();
        if (cut == null) {
            return null;
        }
        if (cut.fault() != null) {
            return rejection(cut, null, cut.fault());
        }
        String[] found;
        try {
            found = cellsOf(cut.text());
        } catch (JsonProcessingException e) {
            return rejection(cut, null, "Expected a CSV row, but " + e.getOriginalMessage());
        }
        if (cut.content().fault() != null) {
            return rejection(cut, columnWithReplacement(found), cut.content().fault());
        }
        if (found.length != header.size()) {
            return rejection(cut, null, "Expected %d columns, but found %d".formatted(header.size(), found.length));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < found.length; i++) {
            if (!header.get(i).isEmpty()) {
                values.put(header.get(i), found[i]);
            }
        }
        return new Row(file, cut.line(), values, cut.text());
    }

    private Rejection rejection(RecordCutter.Cut cut, String column, String reason) {
        return new Rejection(file, cut.line(), List.of(new RowProblem(column, reason)), cut.text());
    }

    private String columnWithReplacement(String[] found) {
        for (int i = 0; i < Math.min(found.length, header.size()); i++) {
            if (found[i].indexOf('\uFFFD') >= 0) {
                return header.get(i);
            }
        }
        return null;
    }

    private List<String> header() throws IOException {
        RecordCutter.Cut cut = records.next();
        if (cut == null) {
            throw new UnreadableFileException(file + ": Expected a line of column names, but the file is empty");
        }
        if (cut.anyFault() != null) {
            throw new UnreadableFileException(file + ":" + cut.line() + ": " + cut.anyFault());
        }
        List<String> names =
                List.of(cellsOf(cut.text())).stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new UnreadableFileException("%s:%d: Expected distinct column names, but \"%s\" occurs twice"
                        .formatted(file, cut.line(), name));
            }
        }
        return names;
    }

    private String[] cellsOf(String text) throws IOException {
        try (MappingIterator<String[]> rows = cells.readValues(text)) {
            String[] first = rows.nextValue();
            if (rows.hasNextValue()) {
                throw new StrayLineEnd();
            }
            return first;
        }
    }

    /** A carriage return outside quotes, which CSV takes for a line end. */
    private static final class StrayLineEnd extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        StrayLineEnd() {
            super("found a carriage return within it");
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
