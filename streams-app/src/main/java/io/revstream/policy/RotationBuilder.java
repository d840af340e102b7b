package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.RoutingRules.Rotation;
import io.revstream.policy.RoutingRules.Rotation.Attainment;
import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Builds the rotation, and how it differs in teams: what a team leaves out is as it is for all. */
final class RotationBuilder {

    private final SourceNode own;
    private final SourceNode common;

    private RotationBuilder(SourceNode own, SourceNode common) {
        this.own = own;
        this.common = common;
    }

    static Rotation rotation(SourceNode routing) {
        SourceNode common = routing.at("rotation");
        Map<String, Rotation> ofTeams = new TreeMap<>();
        routing.at("teams").values().forEach((id, team) -> {
            if (team.at("rotation").isPresent()) {
                ofTeams.put(id, new RotationBuilder(team.at("rotation"), common).build(Map.of()));
            }
        });
        return new RotationBuilder(common, common).build(Map.copyOf(ofTeams));
    }

    private Rotation build(Map<String, Rotation> ofTeams) {
        return new Rotation(
                Values.constant(at("method"), Method.class),
                limit("counterMax"),
                Values.whole(at("capacity"), 0),
                limit("openDeals"),
                new Caps(limit("perHour"), limit("perDay"), limit("perWeek")),
                Values.constant(at("countResets"), CountResets.class),
                at("calendar").text(),
                "respect".equals(at("hours").text()),
                new Weights(
                        attainment(at("attainment")),
                        Values.decimal(at("preference"), BigDecimal.ONE),
                        Values.list(at("ramp"), RotationBuilder::rampStep)),
                ofTeams);
    }

    private SourceNode at(String key) {
        return own.at(key).isPresent() ? own.at(key) : common.at(key);
    }

    /** A whole number, or null when it is not stated. */
    private Integer limit(String key) {
        return at(key).isPresent() ? Integer.valueOf(Values.whole(at(key), 0)) : null;
    }

    private static Attainment attainment(SourceNode attainment) {
        return attainment.isPresent()
                ? new Attainment(
                        Values.decimal(attainment.at("below"), null), Values.decimal(attainment.at("weight"), null))
                : null;
    }

    private static RampStep rampStep(SourceNode step) {
        return new RampStep(
                Span.of(step.at("until")).elapsed().toDays(), Values.decimal(step.at("weight"), BigDecimal.ONE));
    }
}
