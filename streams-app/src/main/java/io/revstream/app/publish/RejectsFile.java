package io.revstream.app.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.revstream.app.publish.rows.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** All rejected rows with their reasons and original text: CSV when the name ends in {@code .csv}, else JSON lines. */
public final class RejectsFile implements AutoCloseable {

    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("file")
            .addColumn("line")
            .addColumn("reason")
            .addColumn("original")
            .build()
            .withHeader();

    private final SequenceWriter rows;

    private RejectsFile(SequenceWriter rows) {
        this.rows = rows;
    }

    /** Creates the file, or empties it. */
    public static RejectsFile create(Path path) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(path);
        boolean csv = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return new RejectsFile(
                csv
                        ? new CsvMapper().writer(COLUMNS).writeValues(out)
                        : new ObjectMapper()
                                .writer()
                                .withRootValueSeparator("\n")
                                .writeValues(out));
    }

    public void add(Rejection rejection) throws IOException {
        rows.write(fields(rejection));
    }

    /** As a machine reads it. */
    static Map<String, Object> fields(Rejection rejection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", rejection.file());
        fields.put("line", rejection.line());
        fields.put("reason", rejection.reason());
        fields.put("original", rejection.original());
        return fields;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
