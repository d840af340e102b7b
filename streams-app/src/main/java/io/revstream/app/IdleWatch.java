package io.revstream.app;

import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * For how long nothing has come and nothing has been left to decide. Clocks and journals do not count: they go on for ever. Wake-ups
 * that are due later do not count either.
 */
public final class IdleWatch implements AutoCloseable {

    /** Topics of events: those of no topology in particular. */
    private static final List<Topic> EVENTS = Catalogue.of();

    private final GroupLag lag;
    private final LeftBehind left;
    private long end = -1;
    private long idleSince;

    public IdleWatch(Connection connection, List<String> topologies, int partitions) {
        this.lag = new GroupLag(connection, topologies, partitions);
        this.left = new LeftBehind(connection);
    }

    /** Looks, and tells for how long every look has found the same end and no lag. */
    public Duration idleFor() throws ExecutionException, InterruptedException {
        long now = System.nanoTime();
        long found = lag.end(EVENTS);
        boolean decided = lag.now().stream().noneMatch(one -> one.records() > 0 && left.holdsRecords(one));
        if (found != end || !decided) {
            end = found;
            idleSince = now;
        }
        return Duration.ofNanos(now - idleSince);
    }

    @Override
    public void close() {
        lag.close();
        left.close();
    }
}
