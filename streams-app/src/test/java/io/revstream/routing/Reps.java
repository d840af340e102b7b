package io.revstream.routing;

import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.Attainment;
import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reps, teams and requests for tests. */
final class Reps {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Instant MONDAY_9AM = Instant.parse("2026-10-19T13:00:00Z");

    private Reps() {}

    static RoutingRules.Rotation rules(int capacity, CountResets resets) {
        return new RoutingRules.Rotation(Method.EVEN, capacity, resets, "office", false);
    }

    /** Weights of every kind: for reps below quota, for territories that a lead prefers, for the first ninety days. */
    static RoutingRules.Rotation weighted(int capacity) {
        return weighing(
                capacity,
                new Weights(
                        new Attainment(BigDecimal.ONE, new BigDecimal("1.2")),
                        new BigDecimal("1.5"),
                        List.of(
                                new RampStep(30, new BigDecimal("0.25")),
                                new RampStep(60, new BigDecimal("0.5")),
                                new RampStep(90, new BigDecimal("0.75")))));
    }

    static RoutingRules.Rotation weighing(int capacity, Weights weights) {
        return new RoutingRules.Rotation(
                Method.EVEN, null, capacity, null, Caps.NONE, CountResets.NEVER, "office", false, weights, Map.of());
    }

    /** Terms of Team East, whose reps work whenever they are not away. */
    static TeamTerms terms(RoutingRules.Rotation rules) {
        return new TeamTerms("east", true, new RoutingRules.Team("Team East", NEW_YORK, "manager-east"), rules, null);
    }

    static RepEvent joined(String rep, Instant at) {
        return details(rep, at, RepDetails.newBuilder().setActive(true));
    }

    static RepEvent details(String rep, Instant at, RepDetails.Builder details) {
        return event(rep, at).setDetails(details.build()).build();
    }

    static RepEvent away(String rep, Instant at, String absence, Instant from, Instant until, boolean withdrawn) {
        RepAbsence stated = RepAbsence.newBuilder()
                .setAbsenceId(absence)
                .setFrom(from)
                .setUntil(until)
                .setReason("holiday")
                .setWithdrawn(withdrawn)
                .build();
        return event(rep, at).setAbsence(stated).build();
    }

    static Roster roster(Instant at, String... reps) {
        Roster roster = Roster.EMPTY;
        for (String rep : reps) {
            roster = roster.with(joined(rep, at));
        }
        return roster;
    }

    static Ask anybody(String lead) {
        return new Ask(lead, 1, null, null, Set.of());
    }

    static Ask preferring(String rep, String lead) {
        return new Ask(lead, 1, rep, "account-owner", Set.of());
    }

    static Ask anybodyBut(String rep, String lead) {
        return new Ask(lead, 1, null, null, Set.of(rep));
    }

    private static RepEvent.Builder event(String rep, Instant at) {
        return RepEvent.newBuilder()
                .setEventId(rep + "@" + at)
                .setOccurredAt(at)
                .setSource("hr")
                .setRepId(rep);
    }
}
