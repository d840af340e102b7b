package io.revstream.app.publish;

import io.revstream.app.Connection;
import io.revstream.app.EventPublisher;
import io.revstream.app.publish.mapping.Publication;
import java.time.Clock;

/** Events go to the broker. Their records say when they were published: to the topologies, that is when they came. */
public final class KafkaSink implements EventSink {

    private final EventPublisher publisher;
    private final Clock clock;

    public KafkaSink(Connection connection, Clock clock) {
        this.publisher = new EventPublisher(connection);
        this.clock = clock;
    }

    @Override
    public void send(Publication publication) throws NotPublishedException {
        try {
            publisher.publish(publication.topic(), publication.key(), publication.event(), clock.instant());
        } catch (RuntimeException e) {
            throw notPublished(e);
        }
    }

    @Override
    public void flush() throws NotPublishedException {
        try {
            publisher.flush();
        } catch (RuntimeException e) {
            throw notPublished(e);
        }
    }

    private static NotPublishedException notPublished(RuntimeException failure) {
        return new NotPublishedException(failure.getMessage(), failure);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
