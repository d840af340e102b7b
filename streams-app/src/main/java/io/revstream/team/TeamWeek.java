package io.revstream.team;

import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.SpeedRules;
import io.revstream.speed.Week;
import io.revstream.speed.WeekBook;
import io.revstream.speed.WeekReport;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;

/** The team's week: what it is told of first responses, and the figures of a week that is over (SLA-26, SLA-29). */
final class TeamWeek {

    private final String teamId;
    private final Policy policy;
    private final SpeedRules rules;
    private final RoutingRules.Team team;
    private final Instant now;
    private final Consumer<Output> outputs;
    private WeekBook book;

    TeamWeek(TeamState state, Policy policy, Instant now, Consumer<Output> outputs) {
        this.teamId = state.id();
        this.book = state.week();
        this.policy = policy;
        this.rules = policy.speedToLead();
        this.team = policy.routing().teams().get(state.id());
        this.now = now;
        this.outputs = outputs;
    }

    WeekBook book() {
        return book;
    }

    /** Reports the week if it is over. A policy that measures nothing any more leaves it unsaid. */
    void report() {
        if (!book.isOver(now)) {
            return;
        }
        WeekReport report = rules == null ? null : new WeekReport(teamId, book, rules, zone());
        if (report != null && !report.isEmpty()) {
            report.metrics().forEach(metric -> outputs.accept(new Output(Catalogue.METRICS, teamId, metric)));
            if (rules.report() != null && policy.ports().isOn(rules.report().port())) {
                rules.report().to().stream()
                        .map(this::recipient)
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(recipient -> notice(recipient, report));
            }
        }
        book = book.closed();
    }

    void told(TeamRequest request) {
        if (rules != null) {
            Week week = Week.of(now, zone(), rules.week());
            book = book.told(teamId, request.getLeadId(), request.getPass(), request.getResponded(), week, zone());
        }
    }

    private void notice(String recipient, WeekReport report) {
        outputs.accept(new Output(
                Catalogue.ACTIONS,
                teamId,
                ActionRequested.newBuilder()
                        .setSubjectId(teamId)
                        .setPass(0)
                        .setKind(ActionKind.NOTIFY)
                        .setAction("speed-to-lead")
                        .setPort(rules.report().port())
                        .setTo(recipient)
                        .setDueAt(null)
                        .setBecause("the week from " + book.week() + " is over")
                        .setDetails(report.words())
                        .build()));
    }

    /** Null when the team has no manager. */
    private String recipient(String role) {
        return !role.equals("manager") ? role : team == null ? null : team.manager();
    }

    private ZoneId zone() {
        return team == null ? ZoneOffset.UTC : team.zone();
    }
}
