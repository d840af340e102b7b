package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Publication;

/** Where events go. Used by one thread. */
public interface EventSink extends AutoCloseable {

    /** Opens a sink when the first event may be sent. */
    @FunctionalInterface
    interface Factory {
        EventSink open() throws NotPublishedException;
    }

    /**
     * Hands an event over; it may be stored later.
     *
     * @throws NotPublishedException when this or an earlier event could not be stored
     */
    void send(Publication publication) throws NotPublishedException;

    /**
     * Waits until all events that were handed over are stored.
     *
     * @throws NotPublishedException when one could not be stored
     */
    void flush() throws NotPublishedException;

    @Override
    void close();
}
