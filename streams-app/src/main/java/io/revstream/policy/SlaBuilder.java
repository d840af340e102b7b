package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.events.ActivityBy;
import io.revstream.policy.SlaRules.Acts;
import io.revstream.policy.SlaRules.Again;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Pauses;
import io.revstream.policy.SlaRules.Restarts;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.StopEvent;
import io.revstream.policy.SlaRules.Stops;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.policy.SlaRules.Then;
import io.revstream.policy.SlaRules.Variant;
import java.util.List;
import java.util.Set;

/** Builds SLA clocks. */
record SlaBuilder(Values values) {

    /** Stands for every kind of activity. */
    static final String ANY = "any";

    SlaRules sla(SourceNode sla) {
        Span delay = Span.of(sla.at("systemDelayFrom"));
        Span catchUp = Span.of(sla.at("catchUp"));
        return new SlaRules(
                Values.list(sla.at("clocks"), this::clock),
                delay == null ? SlaRules.USUAL_SYSTEM_DELAY : delay,
                catchUp == null ? SlaRules.USUAL_CATCH_UP : catchUp);
    }

    private Clock clock(SourceNode clock) {
        return new Clock(
                clock.at("clock").text(),
                Values.choice(clock.at("of"), Subject.LEAD),
                conditions(clock.at("when")),
                acts(clock.at("engaged")),
                clock.at("calendar").text(),
                starts(clock.at("starts")),
                stops(clock.at("stops")),
                clock.at("restarts").isPresent() ? restarts(clock.at("restarts")) : null,
                clock.at("pauses").isPresent() ? pauses(clock.at("pauses")) : null,
                "pauses".equals(clock.at("away").text()),
                Span.of(clock.at("target")),
                Values.list(clock.at("variants"), this::variant),
                Values.list(clock.at("chain"), this::step),
                Values.whole(clock.at("reassignments"), 0));
    }

    private List<Condition> conditions(SourceNode when) {
        return when.oneOrMore().stream().map(values::condition).toList();
    }

    private Starts starts(SourceNode starts) {
        if (starts.text() != null) {
            return Starts.with(Values.constant(starts, Start.class));
        }
        if (starts.at("with").isPresent()) {
            return new Starts(
                    Values.constant(starts.at("with"), Start.class), null, values.signals(starts.at("since")));
        }
        return Starts.at(either(starts.at("stage"), starts.at("dealStage")).text());
    }

    private static Stops stops(SourceNode stops) {
        SourceNode event = stops.at("event");
        return new Stops(
                acts(stops),
                event.isPresent() ? Values.constant(event, StopEvent.class) : null,
                either(stops.at("stage"), stops.at("dealStage")).text(),
                Values.set(either(stops.at("known"), stops.at("dealField")), SourceNode::text));
    }

    private static Restarts restarts(SourceNode restarts) {
        return new Restarts(acts(restarts), restarts.at("event").isPresent());
    }

    private static Pauses pauses(SourceNode pauses) {
        return new Pauses(
                Values.set(pauses.at("from"), SourceNode::text),
                Values.set(pauses.at("until"), SourceNode::text),
                Span.of(pauses.at("most")));
    }

    /** Kinds of activity and whose; null where no kinds are named. */
    private static Acts acts(SourceNode node) {
        SourceNode kinds = node.at("kinds");
        SourceNode by = node.at("by");
        if (!kinds.isPresent()) {
            return null;
        }
        return new Acts(
                ANY.equals(kinds.text()) ? Set.of() : Values.set(kinds, SourceNode::text),
                by.isPresent() ? Values.constant(by, ActivityBy.class) : null);
    }

    private Variant variant(SourceNode variant) {
        return new Variant(
                variant.at("variant").text(),
                conditions(variant.at("when")),
                Span.of(variant.at("target")),
                Values.list(variant.at("chain"), this::step));
    }

    private Step step(SourceNode step) {
        SourceNode every = step.at("every");
        SourceNode then = step.at("then");
        return new Step(
                step.at("step").text(),
                Span.of(SlaSpans.when(step)),
                step.at("overdue").isPresent(),
                every.isPresent() ? new Again(Span.of(every), Span.of(step.at("until"))) : null,
                Values.constant(step.at("says"), Says.class),
                step.at("tells").text(),
                then.isPresent() ? Values.constant(then, Then.class) : null,
                Values.list(step.at("does"), new LifecycleBuilder(values)::action));
    }

    private static SourceNode either(SourceNode one, SourceNode other) {
        return one.isPresent() ? one : other;
    }
}
