package io.revstream.routing;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules;
import io.revstream.sla.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The terms on which the reps of a team are given leads.
 *
 * @param id team id
 * @param known whether the policy has the team
 * @param team what the policy says of it
 * @param rules how its reps take turns
 * @param calendar calendar of reps who state no working time, and whose team states none; null for none
 */
public record TeamTerms(
        String id, boolean known, RoutingRules.Team team, RoutingRules.Rotation rules, CalendarRules calendar) {

    private static final RoutingRules.Team NOT_IN_POLICY =
            new RoutingRules.Team("", ZoneOffset.UTC, null, null, null, null, null, Set.of());

    public static TeamTerms of(String id, Policy policy) {
        RoutingRules routing = policy.routing();
        RoutingRules.Rotation rules = routing.rotation().of(id);
        return new TeamTerms(
                id,
                routing.teams().containsKey(id),
                routing.teams().getOrDefault(id, NOT_IN_POLICY),
                rules,
                rules.calendar() == null ? null : policy.calendars().get(rules.calendar()));
    }

    /** A rep as he is at an instant. */
    Rep brought(Rep rep, Instant now) {
        Rep current = withDueDetails(rep, now);
        return current.kept(whyKept(current, now));
    }

    /**
     * When an active rep can take leads again as far as time alone decides, the instant itself when he can: neither away nor out of his
     * hours, below his caps and with a weight.
     */
    public Instant availableFrom(Rep rep, Instant after) {
        BusinessCalendar working = rules.respectsHours() ? WorkingTime.of(rep, team, calendar) : null;
        Instant from = after;
        for (Instant next = later(rep, working, from); next.isAfter(from); next = later(rep, working, from)) {
            from = next;
        }
        return from;
    }

    private Instant later(Rep rep, BusinessCalendar working, Instant from) {
        Instant back = rep.backAt(from);
        if (working != null && !working.isOpen(back)) {
            return working.nextOpening(back);
        }
        Instant free = rep.load().freeFrom(rules.caps(), back, rep.zone(team));
        return free.isAfter(back) ? free : RepWeight.turnsFrom(rep, rules.weights(), rep.zone(team), back);
    }

    private static Rep withDueDetails(Rep rep, Instant now) {
        RepProfile profile = rep.profile();
        List<Planned> later = new ArrayList<>();
        for (Planned planned : rep.planned()) {
            if (planned.from().isAfter(now)) {
                later.add(planned);
            } else {
                profile = profile.with(planned.profile());
            }
        }
        return later.size() == rep.planned().size() ? rep : rep.withProfile(profile, List.copyOf(later));
    }

    private String whyKept(Rep rep, Instant now) {
        if (rep.heldBy() != null) {
            return Rep.OTHER_TEAM;
        }
        if (!team.lists(rep.id())) {
            return Rep.NOT_LISTED;
        }
        return rules.respectsHours() && !rep.working(now, team, calendar) ? Rep.OFF_HOURS : null;
    }
}
