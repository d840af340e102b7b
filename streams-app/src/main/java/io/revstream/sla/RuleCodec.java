package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.Condition;
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
import io.revstream.policy.Span;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.List;

/** The stored form of what a clock keeps of its rule. */
final class RuleCodec {

    private RuleCodec() {}

    static void write(StateWriter out, Clock rule) {
        out.text(rule.clock());
        out.constant(rule.of());
        out.optional(rule.engaged(), RuleCodec::writeActs);
        out.text(rule.calendar());
        out.constant(rule.starts().with());
        out.optionalText(rule.starts().stage());
        writeStops(out, rule.stops());
        out.optional(rule.restarts(), (to, restarts) -> {
            to.optional(restarts.acts(), RuleCodec::writeActs);
            to.flag(restarts.advanced());
        });
        out.optional(rule.pauses(), (to, pauses) -> {
            to.words(pauses.from());
            to.words(pauses.until());
            writeSpan(to, pauses.most());
        });
        out.flag(rule.awayPauses());
        writeSpan(out, rule.target());
        out.list(rule.variants(), RuleCodec::writeVariant);
        out.list(rule.chain(), RuleCodec::writeStep);
        out.unsigned(rule.reassignments());
    }

    static Clock read(StateReader in) {
        return new Clock(
                in.text(),
                in.constant(Subject.class),
                List.of(),
                in.optional(RuleCodec::readActs),
                in.text(),
                new Starts(in.constant(Start.class), in.optionalText(), List.of()),
                readStops(in),
                in.optional(from -> new Restarts(from.optional(RuleCodec::readActs), from.flag())),
                in.optional(from -> new Pauses(from.words(), from.words(), readSpan(from))),
                in.flag(),
                readSpan(in),
                in.list(RuleCodec::readVariant),
                in.list(RuleCodec::readStep),
                (int) in.unsigned());
    }

    private static void writeStops(StateWriter out, Stops stops) {
        out.optional(stops.acts(), RuleCodec::writeActs);
        out.optional(stops.event(), StateWriter::constant);
        out.optionalText(stops.stage());
        out.words(stops.known());
    }

    private static Stops readStops(StateReader in) {
        return new Stops(
                in.optional(RuleCodec::readActs),
                in.optional(from -> from.constant(StopEvent.class)),
                in.optionalText(),
                in.words());
    }

    private static void writeActs(StateWriter out, Acts acts) {
        out.words(acts.kinds());
        out.optional(acts.by(), StateWriter::constant);
    }

    private static Acts readActs(StateReader in) {
        return new Acts(in.words(), in.optional(from -> from.constant(ActivityBy.class)));
    }

    private static void writeVariant(StateWriter out, Variant variant) {
        out.text(variant.variant());
        out.list(variant.when(), RuleCodec::writeCondition);
        writeSpan(out, variant.target());
        out.list(variant.chain(), RuleCodec::writeStep);
    }

    private static Variant readVariant(StateReader in) {
        return new Variant(in.text(), in.list(RuleCodec::readCondition), readSpan(in), in.list(RuleCodec::readStep));
    }

    private static void writeCondition(StateWriter out, Condition condition) {
        out.text(condition.attribute());
        out.optional(condition.from(), StateWriter::signed);
        out.optional(condition.to(), StateWriter::signed);
        out.optional(condition.in(), StateWriter::words);
        out.unsigned(condition.atLeast());
        out.optional(condition.notIn(), StateWriter::words);
    }

    private static Condition readCondition(StateReader in) {
        return new Condition(
                in.text(),
                in.optional(StateReader::signed),
                in.optional(StateReader::signed),
                in.optional(StateReader::words),
                (int) in.unsigned(),
                in.optional(StateReader::words));
    }

    private static void writeStep(StateWriter out, Step step) {
        out.text(step.step());
        writeSpan(out, step.at());
        out.flag(step.overdue());
        out.optional(step.again(), (to, again) -> {
            writeSpan(to, again.every());
            writeSpan(to, again.until());
        });
        out.constant(step.says());
        out.text(step.tells());
        out.optional(step.then(), StateWriter::constant);
    }

    private static Step readStep(StateReader in) {
        return new Step(
                in.text(),
                readSpan(in),
                in.flag(),
                in.optional(from -> new Again(readSpan(from), readSpan(from))),
                in.constant(Says.class),
                in.text(),
                in.optional(from -> from.constant(Then.class)),
                List.of());
    }

    private static void writeSpan(StateWriter out, Span span) {
        out.unsigned(span.amount());
        out.constant(span.unit());
    }

    private static Span readSpan(StateReader in) {
        return new Span(in.unsigned(), in.constant(Span.Unit.class));
    }
}
