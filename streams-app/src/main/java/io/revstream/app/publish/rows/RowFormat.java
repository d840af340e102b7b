package io.revstream.app.publish.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Formats of files. */
public enum RowFormat {
    CSV,
    JSONL;

    /** The format that a file name says, or null when it says none. */
    public static RowFormat ofName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json") ? JSONL : null;
    }

    /**
     * Opens a file of this format. The source owns the stream from here on.
     *
     * @param separator between the columns of a CSV file; null for the usual one: a tab for {@code .tsv}, else a comma
     * @throws UnreadableFileException when the file has no usable header
     */
    public RowSource open(String file, InputStream bytes, Character separator) throws IOException {
        return switch (this) {
            case CSV -> new CsvRows(file, bytes, separator == null ? usualSeparator(file) : separator);
            case JSONL -> new JsonRows(file, bytes);
        };
    }

    private static char usualSeparator(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
    }
}
