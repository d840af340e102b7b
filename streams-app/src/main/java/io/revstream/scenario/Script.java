package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gathers the steps of one scenario in the order of time. */
final class Script {

    private final Times times;
    private final Problems problems;
    private final StepReader steps;
    private final ExpectationReader expectations;
    private final Function<SourceNode, Policy> policies;
    private final List<Step> inputs = new ArrayList<>();
    private final List<Expectation> expected = new ArrayList<>();
    private Instant here;
    private Instant end;

    Script(Times times, Problems problems, Function<SourceNode, Policy> policies) {
        this.times = times;
        this.problems = problems;
        this.steps = new StepReader(times, problems);
        this.expectations = new ExpectationReader(times, problems);
        this.policies = policies;
    }

    void add(SourceNode step) {
        if (step.kind() != SourceNode.Kind.MAP) {
            problems.error(step, "Expected a step with \"at\" and what happens then, but found " + step.words());
            return;
        }
        Instant at = instant(step);
        if (at == null) {
            return;
        }
        here = later(here, at);
        end = later(end, at);
        Policy adopted = step.at("policy").isPresent() ? policies.apply(step) : null;
        if (adopted != null) {
            inputs.add(new Step.Adopt(step.place(), at, adopted));
        }
        inputs.addAll(steps.read(step, at));
        List<Expectation> ofStep = expectations.read(step, at);
        ofStep.forEach(expectation -> end = later(end, lastOf(expectation)));
        expected.addAll(ofStep);
    }

    List<Step> inputs() {
        return List.copyOf(inputs);
    }

    List<Expectation> expectations() {
        return List.copyOf(expected);
    }

    /** The latest instant that any step speaks of; null without steps. */
    Instant end() {
        return end;
    }

    private Instant instant(SourceNode step) {
        SourceNode node = step.at("at");
        if (!node.isPresent()) {
            if (here == null) {
                problems.error(step, "Expected \"at\" in the first step, but it is missing");
            }
            return here;
        }
        Instant at = times.read(node, here, problems);
        boolean comesIn = InputKind.of(step) != null || step.at("policy").isPresent();
        if (comesIn && at != null && here != null && at.isBefore(here)) {
            problems.error(node, "Expected what comes in in the order of time, but this lies before a step above it");
        }
        return at;
    }

    private static Instant lastOf(Expectation expectation) {
        return expectation instanceof Expectation.Absent absent ? absent.until() : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
