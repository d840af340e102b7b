package io.revstream.app.publish.rows;

import java.io.IOException;

/** A file that gives no rows at all. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
