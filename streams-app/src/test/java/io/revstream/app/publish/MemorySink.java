package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Publication;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is published; can be unavailable, and can break. */
public final class MemorySink implements EventSink {

    private final List<Publication> publications = new ArrayList<>();
    private boolean refuses;
    private int takes = Integer.MAX_VALUE;
    private int flushes;

    public EventSink open() throws NotPublishedException {
        if (refuses) {
            throw new NotPublishedException("Expected a broker, but there is none", null);
        }
        return this;
    }

    public void refuseToOpen() {
        refuses = true;
    }

    public void breakAfter(int events) {
        takes = events;
    }

    public List<Publication> publications() {
        return publications;
    }

    int flushes() {
        return flushes;
    }

    @Override
    public void send(Publication publication) throws NotPublishedException {
        if (publications.size() == takes) {
            throw new NotPublishedException("Expected the broker to take the event, but it is gone", null);
        }
        publications.add(publication);
    }

    @Override
    public void flush() {
        flushes++;
    }

    @Override
    public void close() {}
}
