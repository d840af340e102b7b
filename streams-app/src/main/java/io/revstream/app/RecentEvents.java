package io.revstream.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The latest events, numbered. Whoever reads too slowly finds a gap in the numbers: memory is bounded by the number of events kept,
 * however many read.
 */
public final class RecentEvents {

    private static final int KEPT = 500;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>(KEPT);
    private long latest;
    private boolean closed;

    /** An event and its number, from 1. */
    public record Entry(long number, TopicFeed.Item item) {}

    synchronized void add(TopicFeed.Item item) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(++latest, item));
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Number of the latest event; 0 before the first. */
    public synchronized long latest() {
        return latest;
    }

    /** The events after a number that are kept; waits for one when there is none. */
    public synchronized List<Entry> after(long number, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); latest <= number && !closed && left > 0; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return entries.stream().filter(entry -> entry.number() > number).toList();
    }
}
