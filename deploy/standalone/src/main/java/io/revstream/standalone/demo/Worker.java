package io.revstream.standalone.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the demo that works until it is closed. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final Thread thread;
    private volatile RuntimeException failure;

    /** Work that ends when its thread is interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Starts to work. */
    Worker(String name, Work work) {
        thread = new Thread(() -> work(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Throws what the work ended with, if it did. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private void work(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Kafka's clients tell of an interruption by an exception of their own.
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("{} failed", thread.getName(), e);
                failure = e;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
