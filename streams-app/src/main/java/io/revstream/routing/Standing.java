package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Whether a rep can take a lead.
 *
 * @param skipped why he cannot (RTE-10); null when he can
 * @param weight his weight for the lead, in the figures of {@link RepWeight}
 */
record Standing(Rep rep, String skipped, long weight) {

    /**
     * What holds for a rep and a lead.
     *
     * @param teamZone zone of the team, and of reps who state none
     */
    static Standing of(Rep rep, Ask ask, RoutingRules.Rotation rules, ZoneId teamZone, Instant at) {
        ZoneId zone = rep.zone(teamZone);
        long weight = RepWeight.of(rep, ask, rules.weights(), zone, at);
        String reason = unavailable(rep, ask, at);
        if (reason == null) {
            reason = !rep.skills().containsAll(ask.skills()) ? "lacks-skill" : busy(rep, rules, zone, at);
        }
        return new Standing(rep, reason == null && weight == 0 ? "ramp" : reason, weight);
    }

    boolean able() {
        return skipped == null;
    }

    /** What keeps a rep from any lead, even of his own accounts; null when nothing does. */
    static String unavailable(Rep rep, Ask ask, Instant at) {
        if (!rep.active()) {
            return "inactive";
        }
        if (rep.kept() != null && !rep.kept().equals(Rep.OFF_HOURS)) {
            return rep.kept();
        }
        if (rep.absent(at)) {
            return "absent";
        }
        return ask.excluded().contains(rep.id()) ? "excluded" : null;
    }

    private static String busy(Rep rep, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        if (rep.kept() != null) {
            return rep.kept();
        }
        if (rep.full(rules)) {
            return "at-capacity";
        }
        if (rules.openDeals() != null && rep.openDeals() != null && rep.openDeals() >= rules.openDeals()) {
            return "full-pipeline";
        }
        return rep.load().capped(rules.caps(), at, zone);
    }
}
