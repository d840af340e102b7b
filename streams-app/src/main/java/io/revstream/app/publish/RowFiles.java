package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Mapping;
import io.revstream.app.publish.rows.RowFormat;
import io.revstream.app.publish.rows.RowSource;
import io.revstream.app.publish.rows.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that are published together, all opened and checked before the first row is read. */
public final class RowFiles implements AutoCloseable {

    /** Name of standard input. */
    public static final String STANDARD_INPUT = "-";

    private final List<RowSource> sources = new ArrayList<>();
    private long bytes;

    private RowFiles() {}

    /**
     * Opens files.
     *
     * @param format of all of them; null when their names tell
     * @throws CannotStartException when one cannot be opened, or lacks a column that the mapping reads
     */
    public static RowFiles open(List<String> names, RowFormat format, Mapping mapping, InputStream standardInput)
            throws CannotStartException {
        RowFiles files = new RowFiles();
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (seen.add(name)) {
                files.open(name, format, mapping, standardInput, problems);
            } else {
                problems.add(name + ": Expected each file once, but it is named twice");
            }
        }
        if (!problems.isEmpty()) {
            files.close();
            throw new CannotStartException(problems);
        }
        return files;
    }

    private void open(
            String name, RowFormat stated, Mapping mapping, InputStream standardInput, List<String> problems) {
        boolean standard = name.equals(STANDARD_INPUT);
        RowFormat format = stated == null ? RowFormat.ofName(name) : stated;
        if (format == null) {
            problems.add(
                    name
                            + ": Expected --format csv or jsonl, or a name that ends in .csv, .tsv, .jsonl, .ndjson or .json, but found neither");
            return;
        }
        try {
            if (!standard && Files.isDirectory(Path.of(name))) {
                problems.add(name + ": Expected a file, but it is a directory");
                return;
            }
            InputStream in = standard ? standardInput : Files.newInputStream(Path.of(name));
            RowSource source = format.open(name, in, mapping.separator());
            sources.add(source);
            bytes += standard ? 0 : Files.size(Path.of(name));
            source.columns().ifPresent(columns -> problems.addAll(mapping.missingFrom(name, columns)));
        } catch (UnreadableFileException e) {
            problems.add(e.getMessage());
        } catch (IOException e) {
            problems.add(name + ": Expected a readable file, but " + reason(e));
        }
    }

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is none";
        }
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    public List<RowSource> sources() {
        return sources;
    }

    /** Size of all files; without that of standard input. */
    public long bytes() {
        return bytes;
    }

    /** Bytes read of all files so far. */
    public long bytesRead() {
        return sources.stream().mapToLong(RowSource::bytesRead).sum();
    }

    @Override
    public void close() {
        for (RowSource source : sources) {
            try {
                source.close();
            } catch (IOException e) {
                // Nothing was written to it, so nothing is lost.
            }
        }
    }
}
