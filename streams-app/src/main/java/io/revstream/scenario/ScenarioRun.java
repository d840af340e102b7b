package io.revstream.scenario;

import io.revstream.policy.Policy;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import io.revstream.stream.VirtualPipeline.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios: the real deciders in virtual time. */
public final class ScenarioRun {

    private final Scenario scenario;
    private final List<Published> published = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Policy> versions = new HashMap<>();

    private ScenarioRun(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * All that is not as the scenario says, in the order of the file.
     *
     * @param hosted the deciders, of all topologies
     */
    public static List<Difference> of(Scenario scenario, List<Hosted<?>> hosted) {
        return new ScenarioRun(scenario).differences(hosted);
    }

    private List<Difference> differences(List<Hosted<?>> hosted) {
        VirtualPipeline pipeline = new VirtualPipeline(hosted, published::add);
        pipeline.adopt(scenario.policy(), Instant.EPOCH);
        versions.put(scenario.policy().version(), scenario.policy());
        for (Step step : scenario.inputs()) {
            if (step instanceof Step.Adopt adopt) {
                adopt(pipeline, adopt);
            } else if (step instanceof Step.Send send) {
                check(send, pipeline.publish(send.topic(), send.key(), send.event(), send.at()));
            }
        }
        // What is due at the last instant is due before the next.
        pipeline.advanceTo(scenario.end().plusMillis(1));
        differences.addAll(new Verdict(published, new ValueText(scenario.zone())).on(scenario.expectations()));
        return differences.stream()
                .sorted((a, b) -> a.place().line() != b.place().line()
                        ? Integer.compare(a.place().line(), b.place().line())
                        : Integer.compare(a.place().column(), b.place().column()))
                .toList();
    }

    /** A version that was used before for other rules is refused, as it would be on the topic. */
    private void adopt(VirtualPipeline pipeline, Step.Adopt step) {
        Policy policy = step.policy();
        Policy known = versions.putIfAbsent(policy.version(), policy);
        if (known == null || known.equals(policy)) {
            pipeline.adopt(policy, step.at());
        } else {
            String message = "Expected a new version for a changed policy, but " + policy.version()
                    + " is the version of another in this scenario";
            differences.add(new Difference(step.place(), message, List.of(), List.of()));
        }
    }

    private void check(Step.Send send, List<Refusal> refusals) {
        String found = refusals.isEmpty() ? null : refusals.get(0).reason();
        if (send.refusal() == null && found != null) {
            String message = "Expected " + send.key() + "'s event to be taken, but "
                    + refusals.get(0).topology() + " refused it: " + found;
            differences.add(new Difference(send.place(), message, List.of(), List.of()));
        } else if (send.refusal() != null && (found == null || !found.contains(send.refusal()))) {
            String message = "Expected " + send.key() + "'s event to be refused, but "
                    + (found == null ? "it was taken" : "for another reason");
            List<Comparison.Row> rows = List.of(new Comparison.Row("refused", send.refusal(), found, false));
            differences.add(new Difference(send.place(), message, rows, List.of()));
        }
    }
}
