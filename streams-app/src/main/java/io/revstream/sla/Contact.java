package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.SlaRules.Stops;
import java.time.Instant;

/**
 * An activity that may stop a clock.
 *
 * @param kind kind of the activity
 * @param by whose act it was
 * @param occurredAt when it happened, which may be long before it was reported
 * @param eventId id of its event
 */
public record Contact(String kind, ActivityBy by, Instant occurredAt, String eventId) {

    boolean stops(Stops stops) {
        return stops.acts() != null && stops.acts().include(kind, by);
    }
}
