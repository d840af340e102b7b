package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.Span;
import io.revstream.sla.EndedClock.Ending;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.ZoneId;
import java.util.List;

/** The stored form of {@link SlaClocks}. */
final class SlaClocksCodec {

    private static final int VERSION = 1;

    private SlaClocksCodec() {}

    static void write(StateWriter out, SlaClocks clocks) {
        out.version(VERSION);
        out.unsigned(clocks.pass());
        out.unsigned(clocks.reassigned());
        writeAssignee(out, clocks.assignee());
        out.list(clocks.running(), SlaClocksCodec::writeClock);
        out.list(clocks.ended(), (to, ended) -> {
            writeClock(to, ended.clock());
            to.constant(ended.ending());
            to.instant(ended.endedAt());
        });
        out.list(clocks.contacts(), (to, contact) -> {
            to.text(contact.kind());
            to.constant(contact.by());
            to.instant(contact.occurredAt());
            to.text(contact.eventId());
        });
    }

    static SlaClocks read(StateReader in) {
        in.version("SLA clocks", VERSION);
        return new SlaClocks(
                (int) in.unsigned(),
                (int) in.unsigned(),
                readAssignee(in),
                in.list(SlaClocksCodec::readClock),
                in.list(from -> new EndedClock(readClock(from), from.constant(Ending.class), from.instant())),
                in.list(from ->
                        new Contact(from.text(), from.constant(ActivityBy.class), from.instant(), from.text())));
    }

    private static void writeClock(StateWriter out, RunningClock clock) {
        writeRule(out, clock.rule());
        out.unsigned(clock.pass());
        out.unsigned(clock.round());
        out.instant(clock.startedAt());
        out.instant(clock.dueAt());
        out.list(clock.steps(), (to, step) -> {
            to.unsigned(step.position());
            to.instant(step.dueAt());
            to.flag(step.reassigned());
        });
        out.unsigned(clock.stepsDone());
        writeAssignee(out, clock.assignee());
    }

    private static void writeAssignee(StateWriter out, Assignee assignee) {
        out.optionalText(assignee.ownerId());
        out.optionalText(assignee.managerId());
        out.optionalText(assignee.teamId());
        out.optional(assignee.zone(), (to, zone) -> to.text(zone.getId()));
    }

    private static Assignee readAssignee(StateReader in) {
        return new Assignee(
                in.optionalText(), in.optionalText(), in.optionalText(), in.optional(from -> ZoneId.of(from.text())));
    }

    private static RunningClock readClock(StateReader in) {
        return new RunningClock(
                readRule(in),
                (int) in.unsigned(),
                (int) in.unsigned(),
                in.instant(),
                in.instant(),
                in.list(from -> new DueStep((int) from.unsigned(), from.instant(), from.flag())),
                (int) in.unsigned(),
                readAssignee(in));
    }

    private static void writeRule(StateWriter out, SlaRules.Clock rule) {
        out.text(rule.clock());
        out.text(rule.calendar());
        out.constant(rule.starts().with());
        out.optionalText(rule.starts().stage());
        writeStops(out, rule.stops());
        writeSpan(out, rule.target());
        out.list(rule.chain(), (to, step) -> {
            to.text(step.step());
            writeSpan(to, step.at());
            to.constant(step.says());
            to.text(step.tells());
            to.flag(step.reassigns());
        });
        out.unsigned(rule.reassignments());
    }

    private static SlaRules.Clock readRule(StateReader in) {
        return new SlaRules.Clock(
                in.text(),
                in.text(),
                new SlaRules.Starts(in.constant(Start.class), in.optionalText(), List.of()),
                readStops(in),
                readSpan(in),
                in.list(from -> new SlaRules.Step(
                        from.text(), readSpan(from), from.constant(Says.class), from.text(), from.flag())),
                (int) in.unsigned());
    }

    private static void writeStops(StateWriter out, SlaRules.Stops stops) {
        out.optional(stops.acts(), (to, acts) -> {
            to.words(acts.kinds());
            to.optional(acts.by(), StateWriter::constant);
        });
        out.optional(stops.event(), StateWriter::constant);
        out.optionalText(stops.stage());
        out.words(stops.known());
    }

    private static SlaRules.Stops readStops(StateReader in) {
        return new SlaRules.Stops(
                in.optional(
                        from -> new SlaRules.Acts(from.words(), from.optional(one -> one.constant(ActivityBy.class)))),
                in.optional(from -> from.constant(SlaRules.StopEvent.class)),
                in.optionalText(),
                in.words());
    }

    private static void writeSpan(StateWriter out, Span span) {
        out.unsigned(span.amount());
        out.constant(span.unit());
    }

    private static Span readSpan(StateReader in) {
        return new Span(in.unsigned(), in.constant(Span.Unit.class));
    }
}
