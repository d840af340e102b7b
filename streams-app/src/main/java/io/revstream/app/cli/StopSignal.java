package io.revstream.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or SIGTERM. The command waits here for it, stops in order, and then the process ends with the command's own exit code instead
 * of the signal's: stopping when asked to is no failure.
 */
public final class StopSignal implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::asked, "stop-signal");
    private volatile int exitCode = 1;

    /** Listens from now on. */
    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits as long; true once the signal has come. */
    public boolean await(Duration atMost) throws InterruptedException {
        return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The code with which the process ends after the signal: 1 unless this is called. */
    public int endsWith(int code) {
        exitCode = code;
        return code;
    }

    private void asked() {
        asked.countDown();
        try {
            if (stopped.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is stopped and printed. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs and is about to see that all is stopped.
        }
    }
}
