package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Keeping;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.RoutingRules.Target.Kind;
import io.revstream.policy.RoutingRules.Team;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds the routing tree and its teams. */
record RoutingBuilder(Values values) {

    RoutingRules routing(SourceNode routing) {
        return new RoutingRules(
                Values.list(routing.at("tree"), this::branch),
                Values.table(routing.at("teams"), RoutingBuilder::team),
                RotationBuilder.rotation(routing),
                keeping(routing));
    }

    private static Keeping keeping(SourceNode routing) {
        SourceNode hops = routing.at("hops");
        return new Keeping(Values.flag(routing.at("sticky"), false), hops.isPresent() ? Values.whole(hops, 0) : null);
    }

    private Branch branch(SourceNode branch) {
        List<SourceNode> tests = branch.at("when").oneOrMore();
        Set<String> account = new LinkedHashSet<>();
        tests.forEach(test -> account.addAll(test.at("account").texts()));
        return new Branch(
                branch.at("branch").text(),
                Collections.unmodifiableSet(account),
                tests.stream()
                        .filter(test -> test.at("attribute").isPresent())
                        .map(values::condition)
                        .toList(),
                target(branch.at("to")));
    }

    private static Target target(SourceNode to) {
        return to.text() == null
                ? new Target(Kind.TEAM, to.at("team").text())
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
