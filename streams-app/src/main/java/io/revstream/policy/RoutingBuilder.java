package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Keeping;
import io.revstream.policy.RoutingRules.Meeting;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.RoutingRules.Target.Kind;
import io.revstream.policy.RoutingRules.Team;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds the routing trees, territories and teams. */
record RoutingBuilder(Values values, ExpressionReader expressions) {

    /** For a document without errors. */
    static RoutingBuilder of(SourceNode document) {
        return new RoutingBuilder(Values.of(document), new ExpressionReader(document, new Problems("a policy")));
    }

    RoutingRules routing(SourceNode routing, SourceNode territories) {
        SourceNode meeting = routing.at("meeting");
        return new RoutingRules(
                tree(routing.at("tree")),
                meeting.isPresent()
                        ? new Meeting(Values.set(meeting.at("on"), SourceNode::text), tree(meeting.at("tree")))
                        : null,
                territories(territories),
                Values.table(routing.at("teams"), RoutingBuilder::team),
                RotationBuilder.rotation(routing),
                keeping(routing));
    }

    private static Keeping keeping(SourceNode routing) {
        SourceNode hops = routing.at("hops");
        return new Keeping(Values.flag(routing.at("sticky"), false), hops.isPresent() ? Values.whole(hops, 0) : null);
    }

    List<Branch> tree(SourceNode tree) {
        return Values.list(tree, this::branch);
    }

    List<Territory> territories(SourceNode territories) {
        return Values.list(
                territories,
                territory -> new Territory(
                        territory.at("territory").text(),
                        conditions(territory.at("when").oneOrMore()),
                        expressions.read(territory.at("if")),
                        territory.at("to").isPresent() ? target(territory.at("to")) : null));
    }

    LikelyValue likelyValue(SourceNode table) {
        return new LikelyValue(Values.list(table, this::row));
    }

    private LikelyValue.Row row(SourceNode row) {
        List<Condition> when = new ArrayList<>();
        SourceNode employees = row.at("employees");
        if (employees.isPresent()) {
            when.add(new Condition(
                    "employees",
                    employees.at("from").number(),
                    employees.at("to").number(),
                    null,
                    null));
        }
        if (row.at("industry").isPresent()) {
            when.add(new Condition("industry", null, null, values.wordsOrList(row.at("industry")), null));
        }
        return new LikelyValue.Row(List.copyOf(when), row.at("value").number());
    }

    private List<Condition> conditions(List<SourceNode> tests) {
        return tests.stream()
                .filter(test -> test.at("attribute").isPresent())
                .map(values::condition)
                .toList();
    }

    private Branch branch(SourceNode branch) {
        List<SourceNode> tests = branch.at("when").oneOrMore();
        Set<String> account = new LinkedHashSet<>();
        tests.forEach(test -> account.addAll(test.at("account").texts()));
        return new Branch(
                branch.at("branch").text(),
                Collections.unmodifiableSet(account),
                conditions(tests),
                expressions.read(branch.at("if")),
                target(branch.at("to")));
    }

    private static Target target(SourceNode to) {
        return to.text() == null
                ? new Target(
                        Kind.TEAM,
                        to.at("team").text(),
                        to.at("rep").text(),
                        Values.words(to.at("skills")),
                        to.at("skillsFrom").texts(),
                        to.at("prefers").texts())
                : new Target(Values.constant(to, Kind.class), null);
    }

    private static Team team(SourceNode team) {
        SourceNode hours = team.at("hours");
        String holidays = team.at("holidays").text();
        return new Team(
                team.at("name").text(),
                ZoneId.of(team.at("zone").text()),
                team.at("manager").text(),
                team.at("days").isPresent() ? Values.set(team.at("days"), day -> DayOfWeek.valueOf(day.text())) : null,
                CalendarRules.Hours.parse(hours.text()),
                holidays == null ? null : holidays.toLowerCase(Locale.ROOT),
                team.at("backup").text(),
                team.at("reps").isPresent() ? Values.set(team.at("reps"), SourceNode::text) : null);
    }
}
