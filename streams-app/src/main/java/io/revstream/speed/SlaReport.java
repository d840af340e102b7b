package io.revstream.speed;

import io.revstream.policy.Policy;
import io.revstream.policy.SpeedRules;
import io.revstream.speed.SpeedFigures.Group;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What clocks tell (SLA-26 to SLA-29).
 *
 * @param forgotten figures are complete after this instant; null when they are complete
 * @param week null for all weeks
 * @param speedClock the clock that speed-to-lead is measured by; null when the policy measures none, and nothing of it is told
 * @param target percent to be contacted in time
 * @param speed null without a clock
 * @param weeks week by week, the latest first
 */
public record SlaReport(
        Instant at,
        Instant forgotten,
        SlaFilter filter,
        Week week,
        String speedClock,
        int target,
        SpeedFigures speed,
        List<OfWeek> weeks,
        Windows windows,
        int open,
        int overdue) {

    private static final int MOST_WEEKS = 12;

    /** One week. */
    public record OfWeek(Week week, Group figures) {}

    /**
     * One lead in one pass (SLA-29).
     *
     * @param promotedAt the MQL date; null when it is not known
     */
    public record OfLead(Response response, Instant promotedAt) {}

    /** Reckons it; {@code policy} may be null when none was published. */
    public static SlaReport of(ClockBook book, Policy policy, SlaFilter filter, Week week, Instant at) {
        Function<String, ZoneId> zones = team -> zone(policy, team);
        Windows windows = Windows.of(book, filter, week, zones, at);
        SpeedRules rules = policy == null ? null : policy.speedToLead();
        if (rules == null) {
            return new SlaReport(
                    at,
                    book.forgotten(),
                    filter,
                    week,
                    null,
                    0,
                    null,
                    List.of(),
                    windows,
                    book.openCount(filter),
                    book.overdueCount(filter, at));
        }
        List<Response> responses = book.responses(rules.clock(), filter, at);
        SpeedReckoning reckoning = new SpeedReckoning(rules, zones, stagesAfterPromotion(policy), book::reached);
        return new SlaReport(
                at,
                book.forgotten(),
                filter,
                week,
                rules.clock(),
                rules.target(),
                week == null ? reckoning.of(responses) : reckoning.of(responses, week),
                weeks(reckoning, responses, rules, zones),
                windows,
                book.openCount(filter),
                book.overdueCount(filter, at));
    }

    /** Each lead that was contacted, or not contacted in time: the latest first. None when the policy measures nothing. */
    public static List<OfLead> leads(ClockBook book, Policy policy, SlaFilter filter, Week week, Instant at) {
        List<OfLead> leads = new ArrayList<>();
        if (policy == null || policy.speedToLead() == null) {
            return leads;
        }
        for (Response lead : Response.byLead(book.responses(policy.speedToLead().clock(), filter, at))) {
            if (lead.isJudged() && (week == null || week.holds(lead.judgedAt(), zone(policy, lead.teamId())))) {
                leads.add(new OfLead(lead, book.promotedAt(lead)));
            }
        }
        leads.sort(Comparator.comparing((OfLead lead) -> lead.response().waitsSince())
                .reversed()
                .thenComparing(lead -> lead.response().leadId()));
        return leads;
    }

    private static List<OfWeek> weeks(
            SpeedReckoning reckoning, List<Response> responses, SpeedRules rules, Function<String, ZoneId> zones) {
        SortedMap<Week, Set<Response>> weeks =
                new TreeMap<>(Comparator.comparing(Week::begin).reversed());
        for (Response one : responses) {
            ZoneId zone = zones.apply(one.teamId());
            if (one.isContacted()) {
                of(weeks, Week.of(one.contactedAt(), zone, rules.week())).add(one);
            }
            if (one.isJudged()) {
                of(weeks, Week.of(one.judgedAt(), zone, rules.week())).add(one);
            }
        }
        return weeks.entrySet().stream()
                .limit(MOST_WEEKS)
                .map(week -> new OfWeek(
                        week.getKey(),
                        reckoning
                                .of(List.copyOf(week.getValue()), week.getKey())
                                .all()))
                .toList();
    }

    private static Set<Response> of(SortedMap<Week, Set<Response>> weeks, Week week) {
        return weeks.computeIfAbsent(week, none -> new LinkedHashSet<>());
    }

    /** The stages that come behind the one that a promotion enters, up to that of customers. */
    private static List<String> stagesAfterPromotion(Policy policy) {
        List<String> names = policy.lifecycle().names();
        int promoted = names.indexOf(policy.lifecycle().promoted());
        int customer = names.indexOf(policy.lifecycle().customer());
        return names.subList(promoted + 1, Math.max(promoted, customer) + 1);
    }

    private static ZoneId zone(Policy policy, String team) {
        return policy == null || team == null || !policy.routing().teams().containsKey(team)
                ? ZoneOffset.UTC
                : policy.routing().teams().get(team).zone();
    }
}
