package io.revstream.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock that runs as fast as the machine's, from any instant on, and can be put forward. */
final class JumpingClock extends Clock {

    private volatile Duration ahead;

    JumpingClock(Instant now) {
        jumpTo(now);
    }

    void jumpTo(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
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
