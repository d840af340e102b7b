package io.revstream.standalone.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time of the demo: it stands still until it is started, plays the past, and from then on runs as fast as any clock. It never runs
 * backward, and all threads see the same.
 */
final class DemoClock extends Clock {

    private final ZoneId zone;
    private final Instant first;
    private final LongSupplier nanoTime;
    private final AtomicReference<Playing> playing;

    /** What is played, and when by {@code nanoTime} that began. */
    private record Playing(Playback past, long began) {}

    /**
     * A clock that stands still.
     *
     * @param first the instant at which it stands
     * @param nanoTime the machine's monotonic clock, in nanoseconds
     */
    DemoClock(Instant first, LongSupplier nanoTime) {
        this(ZoneOffset.UTC, first, nanoTime, new AtomicReference<>());
    }

    private DemoClock(ZoneId zone, Instant first, LongSupplier nanoTime, AtomicReference<Playing> playing) {
        this.zone = zone;
        this.first = first;
        this.nanoTime = nanoTime;
        this.playing = playing;
    }

    /** Starts it; {@code past} begins where the clock stands. */
    void start(Playback past) {
        if (!past.from().equals(first) || !playing.compareAndSet(null, new Playing(past, nanoTime.getAsLong()))) {
            throw new IllegalStateException("Expected to start once, at " + first + ", but found " + past.from());
        }
    }

    /** Whether the past has been played. */
    boolean isLive() {
        Playing now = playing.get();
        return now != null
                && nanoTime.getAsLong() - now.began() >= now.past().takes().toNanos();
    }

    /** How much of the past has been played, from 0 to 1. */
    double played() {
        Playing now = playing.get();
        long takes = now == null ? 0 : now.past().takes().toNanos();
        return now == null ? 0 : takes == 0 ? 1 : Math.min(1, (nanoTime.getAsLong() - now.began()) / (double) takes);
    }

    @Override
    public Instant instant() {
        Playing now = playing.get();
        return now == null
                ? first
                : now.past().at(nanoTime.getAsLong() - now.began()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(other, first, nanoTime, playing);
    }
}
