package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.app.TopicFeed;
import io.revstream.events.LeadAssigned;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.util.List;

/** Tells the sales floor of every assignment that is committed, and the feed what the reps will do. */
final class AssignmentReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final SalesFloor floor;
    private final Feed feed;
    private final TopicFeed assignments;

    /** A reader that knows what earlier runs assigned. */
    AssignmentReader(Connection connection, SalesFloor floor, Feed feed) {
        this.floor = floor;
        this.feed = feed;
        this.assignments = new TopicFeed(connection, List.of(Catalogue.ROUTING_ASSIGNMENTS), true);
        while (!assignments.isAtEnd()) {
            read();
        }
    }

    /** Reads what has come. */
    void read() {
        for (TopicFeed.Item item : assignments.next(POLL)) {
            feed.add(floor.workOn((LeadAssigned) item.event()));
        }
    }

    @Override
    public void close() {
        assignments.close();
    }
}
