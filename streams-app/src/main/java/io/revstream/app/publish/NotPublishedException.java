package io.revstream.app.publish;

/** The sink does not take events: publishing stops. Publishing the same files again adds only what is missing. */
public final class NotPublishedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message "Expected ..., but ..." */
    public NotPublishedException(String message, Throwable cause) {
        super(message, cause);
    }
}
