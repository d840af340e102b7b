package io.revstream.app.publish.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a file with one JSON object on each line. A field of a nested object is a column with a dot in its name ({@code company.name}); an
 * array is the text of a JSON array; numbers keep their digits; null is blank.
 */
final class JsonRows implements RowSource {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private final String file;
    private final RecordCutter records;

    JsonRows(String file, InputStream bytes) {
        this.file = file;
        this.records = RecordCutter.ofLines(bytes);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.empty();
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
        if (cut.anyFault() != null) {
            return rejection(cut, cut.anyFault());
        }
        try {
            return new Row(file, cut.line(), columnsOf(cut.text()), cut.text());
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (character " + e.getLocation().getColumnNr() + ")";
            return rejection(cut, "Expected a JSON object, but " + e.getOriginalMessage() + where);
        }
    }

    private Rejection rejection(RecordCutter.Cut cut, String reason) {
        return new Rejection(file, cut.line(), List.of(new RowProblem(null, reason)), cut.text());
    }

    private static Map<String, String> columnsOf(String text) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "found " + (token == null ? "nothing" : token));
            }
            readObject(parser, "", columns);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "found more text after it");
            }
        }
        return columns;
    }

    private static void readObject(JsonParser parser, String prefix, Map<String, String> columns) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                readObject(parser, column + ".", columns);
                continue;
            }
            String text = switch (token) {
                case START_ARRAY -> parser.readValueAsTree().toString();
                case VALUE_NULL -> "";
                default -> parser.getText();
            };
            if (columns.put(column, text) != null) {
                throw new JsonParseException(parser, "found two fields for column \"" + column + "\"");
            }
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
