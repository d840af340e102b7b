package io.revstream.policy;

import io.revstream.policy.RoutingRules.Rotation;
import io.revstream.policy.RoutingRules.Rotation.Caps;
import io.revstream.policy.RoutingRules.Rotation.Method;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How reps take turns, in words. */
public final class RotationWords {

    private RotationWords() {}

    /** A line on the rotation, one on each of its weights, and those of the teams that differ. */
    public static List<String> lines(Rotation rotation) {
        List<String> lines = new ArrayList<>(of("Rotation", rotation));
        new TreeMap<>(rotation.ofTeams()).forEach((team, own) -> lines.addAll(of("Rotation of " + team, own)));
        return List.copyOf(lines);
    }

    private static List<String> of(String title, Rotation rotation) {
        List<String> lines = new ArrayList<>();
        lines.add(title + ": " + method(rotation) + "; at most " + rotation.capacity() + " open leads of a rep"
                + (rotation.openDeals() == null ? "" : "; no leads from " + rotation.openDeals() + " open deals on")
                + caps(rotation.caps()) + "; counts reset " + lower(rotation.countResets())
                + (rotation.calendar() == null ? "" : "; calendar " + rotation.calendar())
                + (rotation.respectsHours() ? "; in working time only" : ""));
        if (rotation.method() == Method.EVEN) {
            weights(rotation.weights()).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String method(Rotation rotation) {
        return rotation.method() == Method.COUNTER
                ? "counter, again from the first at " + rotation.counterMax()
                : lower(rotation.method());
    }

    private static String caps(Caps caps) {
        return cap(caps.perHour(), "an hour") + cap(caps.perDay(), "a day") + cap(caps.perWeek(), "a week");
    }

    private static String cap(Integer most, String time) {
        return most == null ? "" : "; at most " + most + " leads " + time;
    }

    private static List<String> weights(Weights weights) {
        List<String> lines = new ArrayList<>();
        if (weights.attainment() != null) {
            lines.add("Weight " + weights.attainment().weight() + " for reps who have reached less than "
                    + weights.attainment().below() + " of their quota");
        }
        if (weights.preference().compareTo(BigDecimal.ONE) != 0) {
            lines.add("Weight " + weights.preference() + " for reps whose territories a branch prefers");
        }
        for (RampStep step : weights.ramp()) {
            lines.add("Weight " + step.weight() + " for reps until " + step.days() + " days after they began");
        }
        return lines;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
