package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.SlaRules.Acts;
import io.revstream.policy.SlaRules.Clock;
import java.time.Instant;

/**
 * An activity, or other evidence, that may stop a clock.
 *
 * @param kind kind of the activity
 * @param by whose act it was; null where nobody acted
 * @param occurredAt when it happened, which may be long before it was reported
 * @param eventId id of its event
 */
public record Contact(String kind, ActivityBy by, Instant occurredAt, String eventId) {

    boolean stops(Clock rule) {
        return isOf(rule.stops().acts());
    }

    boolean restarts(Clock rule) {
        return rule.restarts() != null && isOf(rule.restarts().acts());
    }

    /** Whether it pauses the clock, or lets it go on. */
    boolean pauses(Clock rule) {
        return rule.pauses() != null
                && (rule.pauses().from().contains(kind) || rule.pauses().until().contains(kind));
    }

    /** Whether a clock that would start after it need not. */
    boolean engages(Clock rule) {
        return isOf(rule.engaged());
    }

    /** Whether it is anything to the clock. */
    boolean concerns(Clock rule) {
        return stops(rule) || restarts(rule) || pauses(rule) || engages(rule);
    }

    /** In words. */
    String words() {
        return by == null ? kind : kind + " by " + by;
    }

    Contact notBefore(Instant instant) {
        return occurredAt.isBefore(instant) ? new Contact(kind, by, instant, eventId) : this;
    }

    private boolean isOf(Acts acts) {
        return acts != null && acts.include(kind, by);
    }
}
