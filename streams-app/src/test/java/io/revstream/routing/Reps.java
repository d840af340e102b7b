package io.revstream.routing;

import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Reps, teams and requests for tests. */
final class Reps {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Instant MONDAY_9AM = Instant.parse("2026-10-19T13:00:00Z");

    private Reps() {}

    static RoutingRules.Rotation rules(int capacity, CountResets resets) {
        return new RoutingRules.Rotation(Method.EVEN, capacity, resets, "office", false);
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
