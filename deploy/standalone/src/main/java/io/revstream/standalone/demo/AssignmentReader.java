package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.app.TopicFeed;
import io.revstream.events.LeadAssigned;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Tells the sales floor of every assignment that is committed, and the feed what the reps will do. */
final class AssignmentReader {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection connection;
    private final SalesFloor floor;
    private final Feed feed;
    private final CountDownLatch caughtUp = new CountDownLatch(1);

    AssignmentReader(Connection connection, SalesFloor floor, Feed feed) {
        this.connection = connection;
        this.floor = floor;
        this.feed = feed;
    }

    /** Reads until the thread is interrupted. */
    void run() {
        try (TopicFeed assignments = new TopicFeed(connection, List.of(Catalogue.ROUTING_ASSIGNMENTS), true)) {
            while (!assignments.isAtEnd()) {
                read(assignments);
            }
            caughtUp.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                read(assignments);
            }
        }
    }

    /** Waits until the assignments of earlier runs are known. */
    void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    private void read(TopicFeed assignments) {
        for (TopicFeed.Item item : assignments.next(POLL)) {
            feed.add(floor.workOn((LeadAssigned) item.event()));
        }
    }
}
