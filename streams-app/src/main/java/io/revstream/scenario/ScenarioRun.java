package io.revstream.scenario;

import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import io.revstream.stream.VirtualPipeline.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios: the real deciders in virtual time. */
public final class ScenarioRun {

    private final Scenario scenario;
    private final List<Published> published = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

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
        for (Step step : scenario.inputs()) {
            if (step instanceof Step.Adopt adopt) {
                pipeline.adopt(adopt.policy(), adopt.at());
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
