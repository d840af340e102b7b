package io.revstream.routing;

import io.revstream.policy.DerivedFacts;
import io.revstream.policy.LikelyValue;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.Presets;
import java.util.List;
import java.util.Map;

/** The mid-market preset with other rules of routing, and with one team, {@code east}, unless they say otherwise. */
final class RoutingPolicy {

    private static final String TEAMS = """
              teams:
                east: {name: Team East, zone: America/New_York}
              rotation: {method: even, capacity: 25, countResets: monthly, calendar: office}

            """;

    private RoutingPolicy() {}

    /** @param sections {@code routing}, with its tree at least, and tables that it asks */
    static Policy of(String sections) {
        return read(sections).orThrow();
    }

    static PolicyReading read(String sections) {
        String preset = Presets.text("mid-market").replaceAll("(?ms)^(territories|likelyValue):.*?(?=^[a-z])", "");
        int start = preset.indexOf("\nrouting:\n") + 1;
        int end = preset.indexOf("\nsla:\n") + 1;
        String routing = sections.contains("  teams:\n") ? sections : sections + TEAMS;
        return PolicyReader.read("p", preset.substring(0, start) + routing + preset.substring(end));
    }

    /** Facts of a lead, for trees that ask no table. */
    static DerivedFacts facts(Map<String, String> attributes) {
        return new DerivedFacts(new RequestFacts(attributes), new LikelyValue(List.of()), List.of());
    }
}
