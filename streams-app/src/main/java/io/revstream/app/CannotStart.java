package io.revstream.app;

/** What was asked for cannot be done as things stand: the message tells the user why, and what to do. No bug, so no stack trace. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message "Expected ..., but ..." */
    public CannotStart(String message) {
        super(message);
    }

    /** @param message "Expected ..., but ..." */
    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
