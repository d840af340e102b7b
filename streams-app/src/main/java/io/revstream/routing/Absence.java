package io.revstream.routing;

import java.time.Instant;

/**
 * A time away.
 *
 * @param from first instant away
 * @param until first instant back
 * @param reason kind, such as holiday; null when not stated
 * @param withdrawn true when it was taken back
 */
public record Absence(Instant from, Instant until, String reason, boolean withdrawn) {

    boolean covers(Instant instant) {
        return !withdrawn && !from.isAfter(instant) && until.isAfter(instant);
    }
}
