package io.revstream.scoring;

import io.revstream.policy.ScoringModel.Decay;
import java.time.Instant;

/** What time takes of points (SCO-10). Points are in hundredths. */
final class Decaying {

    private Decaying() {}

    /** From when an award decays: its occurrence, or a later one of the signals that hold it up (SCO-11). */
    static Instant from(Decay decay, Instant occurred, Engagement engagement) {
        if (decay == null || decay.since().isEmpty()) {
            return occurred;
        }
        Instant active = engagement.latestAt(decay.since());
        return active == null || active.isBefore(occurred) ? occurred : active;
    }

    /** Points left at an instant. */
    static long left(long points, Decay decay, Instant from, Instant at) {
        if (decay == null) {
            return points;
        }
        long elapsed = elapsed(from, at);
        long every = decay.every().millis();
        long step = 100L * decay.step();
        long periods = elapsed / every;
        long lost = step * periods;
        if (decay.prorated()) {
            lost += Math.multiplyExact(step, elapsed % every) / every;
        }
        return Math.max(0, points - lost);
    }

    /** The next end of a period. */
    static Instant nextStep(Decay decay, Instant from, Instant after) {
        long every = decay.every().millis();
        return from.plusMillis((elapsed(from, after) / every + 1) * every);
    }

    /** None for an activity dated slightly ahead. */
    private static long elapsed(Instant from, Instant at) {
        return Math.max(0, at.toEpochMilli() - from.toEpochMilli());
    }
}
