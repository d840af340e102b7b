package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Keeping;
import io.revstream.policy.RoutingRules.Rotation;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.RoutingRules.Target.Kind;
import io.revstream.policy.RoutingRules.Team;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the routing tree and its teams. */
record RoutingBuilder(Values values) {

    RoutingRules routing(SourceNode routing) {
        SourceNode rotation = routing.at("rotation");
        return new RoutingRules(
                Values.list(routing.at("tree"), this::branch),
                Values.table(routing.at("teams"), RoutingBuilder::team),
                new Rotation(
                        Values.constant(rotation.at("method"), Method.class),
                        Values.whole(rotation.at("capacity"), 0),
                        Values.constant(rotation.at("countResets"), CountResets.class),
                        rotation.at("calendar").text()),
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
        return new Team(
                team.at("name").text(),
                ZoneId.of(team.at("zone").text()),
                team.at("manager").text());
    }
}
