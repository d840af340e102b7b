package io.revstream.lifecycle;

import io.revstream.policy.Condition;
import io.revstream.policy.Facts;
import io.revstream.policy.Gate;
import io.revstream.policy.LifecycleRules.Stage;
import io.revstream.scoring.Engagement;
import java.util.ArrayList;
import java.util.List;

/** Whether gates hold for a lead, and what they still ask of it (LIF-20). */
public record Gates(Facts facts, Engagement engagement) {

    /** Whether one of the gates holds; none of no gates does. */
    public boolean anyHolds(List<Gate> gates) {
        return gates.stream().anyMatch(this::holds);
    }

    /** Whether a gate leads to the stage. */
    public boolean isOpen(Stage stage) {
        return anyHolds(stage.entry());
    }

    /** What must be known for the stage and is not (LIF-17). */
    public List<String> missing(Stage stage) {
        return stage.required().stream().filter(name -> !facts.has(name)).toList();
    }

    /** The parts of a gate that do not hold, in plain words. */
    public List<String> unmet(Gate gate) {
        List<String> unmet = new ArrayList<>();
        gate.has().stream().filter(name -> !facts.has(name)).forEach(name -> unmet.add("known " + name));
        gate.facts().stream()
                .filter(condition -> !condition.holds(facts))
                .map(Condition::words)
                .forEach(unmet::add);
        gate.did().stream()
                .filter(did -> !engagement.did(did))
                .map(did -> "did " + did.words())
                .forEach(unmet::add);
        return unmet;
    }

    private boolean holds(Gate gate) {
        return gate.has().stream().allMatch(facts::has)
                && gate.facts().stream().allMatch(condition -> condition.holds(facts))
                && gate.did().stream().allMatch(engagement::did);
    }
}
