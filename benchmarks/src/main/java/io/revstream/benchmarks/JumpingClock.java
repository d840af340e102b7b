package io.revstream.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock that runs as fast as the machine's, from any instant on; it can be put forward, and held. */
final class JumpingClock extends Clock {

    private volatile Duration ahead;
    private volatile Instant held;

    JumpingClock(Instant now) {
        jumpTo(now);
    }

    void jumpTo(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
        held = null;
    }

    /** Stands still until it is put forward. */
    void holdAt(Instant now) {
        held = now;
    }

    @Override
    public Instant instant() {
        Instant still = held;
        return still == null ? Clock.systemUTC().instant().plus(ahead) : still;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Expected to be asked for instants only");
    }
}
