package io.revstream.standalone.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does a step of its work again and again until it is closed. It is not interrupted: Kafka's clients take that ill. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final Thread thread;
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    /**
     * Starts to work.
     *
     * @param step is to take some milliseconds
     */
    Worker(String name, Runnable step) {
        thread = new Thread(() -> work(step), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Throws what the work ended with, if it did. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private void work(Runnable step) {
        try {
            while (!stopped) {
                step.run();
            }
        } catch (RuntimeException e) {
            LOG.error("{} failed", thread.getName(), e);
            failure = e;
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
