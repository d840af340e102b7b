package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.events.ActivityBy;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.StopEvent;
import io.revstream.policy.SlaRules.Stops;

/** Builds SLA clocks. */
final class SlaBuilder {

    private SlaBuilder() {}

    static Clock clock(SourceNode clock) {
        return new Clock(
                clock.at("clock").text(),
                clock.at("calendar").text(),
                starts(clock.at("starts")),
                stops(clock.at("stops")),
                Span.of(clock.at("target")),
                Values.list(clock.at("chain"), SlaBuilder::step),
                Values.whole(clock.at("reassignments"), 0));
    }

    private static Starts starts(SourceNode starts) {
        return starts.text() == null
                ? Starts.at(starts.at("stage").text())
                : Starts.with(Values.constant(starts, Start.class));
    }

    private static Stops stops(SourceNode stops) {
        SourceNode by = stops.at("by");
        SourceNode event = stops.at("event");
        return new Stops(
                Values.set(stops.at("kinds"), SourceNode::text),
                by.isPresent() ? Values.constant(by, ActivityBy.class) : null,
                event.isPresent() ? Values.constant(event, StopEvent.class) : null,
                stops.at("stage").text(),
                Values.set(stops.at("known"), SourceNode::text));
    }

    private static Step step(SourceNode step) {
        return new Step(
                step.at("step").text(),
                Span.of(step.at("at")),
                Values.constant(step.at("says"), Says.class),
                step.at("tells").text(),
                step.at("then").isPresent());
    }
}
