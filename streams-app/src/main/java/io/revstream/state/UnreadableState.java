package io.revstream.state;

/** Stored bytes are not what a codec expects: cut off, of an unknown version, or not state at all. */
public final class UnreadableState extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableState(String message) {
        super(message);
    }
}
