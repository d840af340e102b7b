package io.revstream.app.publish.rows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one file, in order. */
public interface RowSource extends AutoCloseable {

    /** Name of the file as the user gave it. */
    String file();

    /** Names of the columns that every row has, or nothing when each row names its own. */
    Optional<List<String>> columns();

    /** The next row, or null after the last. Blank lines are no rows. */
    RowRead next() throws IOException;

    /** Bytes read so far. */
    long bytesRead();

    @Override
    void close() throws IOException;
}
