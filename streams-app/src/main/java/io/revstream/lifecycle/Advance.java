package io.revstream.lifecycle;

import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the gates lead a lead: to the furthest stage whose gate is open and whose required fields are known, and never back (LIF-11,
 * LIF-12). Only an active lead advances: one that was recycled, archived or lost is taken up by a promotion, a deal or a person.
 *
 * @param standing the standing after it; the very same when nothing changes
 * @param blocked by stage beyond, what is missing though its gate is open (LIF-17)
 */
public record Advance(Standing standing, Map<String, List<String>> blocked) {

    public Advance {
        blocked = Collections.unmodifiableSortedMap(new TreeMap<>(blocked));
    }

    /** Where the gates lead now. */
    public static Advance of(Standing standing, Gates gates, Instant at, LifecycleRules rules) {
        if (standing.status() != Status.ACTIVE) {
            return new Advance(standing, Map.of());
        }
        Set<String> open = open(gates, rules);
        Set<String> barred = new TreeSet<>(standing.barred());
        barred.retainAll(open);
        String furthest = standing.reached();
        Map<String, List<String>> blocked = new TreeMap<>();
        for (Stage stage : beyond(standing.reached(), rules)) {
            if (!open.contains(stage.stage()) || barred.contains(stage.stage())) {
                continue;
            }
            List<String> missing = gates.missing(stage);
            if (missing.isEmpty()) {
                furthest = stage.stage();
                blocked.clear();
            } else {
                blocked.put(stage.stage(), missing);
            }
        }
        return new Advance(standing.barring(barred).advance(furthest, at, rules), blocked);
    }

    /** Stages whose gates are open. */
    public static Set<String> open(Gates gates, LifecycleRules rules) {
        Set<String> open = new TreeSet<>();
        rules.stages().stream().filter(gates::isOpen).map(Stage::stage).forEach(open::add);
        return open;
    }

    private static List<Stage> beyond(String stage, LifecycleRules rules) {
        List<Stage> beyond = new ArrayList<>(rules.stages());
        return beyond.subList(rules.rank(stage) + 1, beyond.size());
    }
}
