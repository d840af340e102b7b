package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Policy;
import io.revstream.policy.SlaRules;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a policy says about clocks.
 *
 * @param rules the clocks
 * @param calendars business calendars by name
 */
public record SlaTerms(SlaRules rules, Map<String, CalendarRules> calendars) {

    /** The terms of a policy version. */
    public static SlaTerms of(Policy policy) {
        return new SlaTerms(policy.sla(), policy.calendars());
    }

    /** A calendar in the zone of an owner, or null when the policy has none of that name. */
    BusinessCalendar calendar(String name, ZoneId ownersZone) {
        CalendarRules found = calendars.get(name);
        return found == null ? null : BusinessCalendar.of(found, ownersZone);
    }
}
