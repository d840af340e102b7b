package io.revstream.app.publish;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets a number of events pass in a second: a token bucket that holds the tokens of a tenth of a second. */
public final class Throttle {

    private static final long SECOND = 1_000_000_000L;
    private static final int BUCKETS_PER_SECOND = 10;

    private final double perNano;
    private final double most;
    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private double tokens;
    private long filledAt;

    private Throttle(double perSecond, LongSupplier nanos, LongConsumer sleep) {
        this.perNano = perSecond / SECOND;
        this.most = Math.max(1, perSecond / BUCKETS_PER_SECOND);
        this.nanos = nanos;
        this.sleep = sleep;
        this.tokens = most;
        this.filledAt = nanos.getAsLong();
    }

    /** @param rate events per second, above zero; positive infinity for no limit */
    public static Throttle perSecond(double rate) {
        return perSecond(rate, System::nanoTime, LockSupport::parkNanos);
    }

    /** With a clock of its own, for tests. */
    static Throttle perSecond(double rate, LongSupplier nanos, LongConsumer sleep) {
        return new Throttle(rate, nanos, sleep);
    }

    /** Waits until an event may pass. */
    void acquire() {
        if (Double.isInfinite(perNano)) {
            return;
        }
        fill();
        while (tokens < 1) {
            sleep.accept((long) Math.ceil((1 - tokens) / perNano));
            fill();
        }
        tokens--;
    }

    private void fill() {
        long now = nanos.getAsLong();
        tokens = Math.min(most, tokens + (now - filledAt) * perNano);
        filledAt = now;
    }
}
