package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.CalendarRules.Hours;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.sla.EndedClock.Ending;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The stored form of {@link SlaClocks}. Clocks of several rounds share their rules and owners: each is written once. */
final class SlaClocksCodec {

    private static final int VERSION = 1;
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final List<Clock> rules;
    private final List<Assignee> assignees;

    private SlaClocksCodec(List<Clock> rules, List<Assignee> assignees) {
        this.rules = rules;
        this.assignees = assignees;
    }

    static void write(StateWriter out, SlaClocks clocks) {
        out.version(VERSION);
        Set<Clock> rules = new LinkedHashSet<>();
        Set<Assignee> assignees = new LinkedHashSet<>(List.of(Assignee.NOBODY, clocks.assignee()));
        Stream.concat(clocks.running().stream(), clocks.ended().stream().map(EndedClock::clock))
                .forEach(clock -> {
                    rules.add(clock.rule());
                    assignees.add(clock.assignee());
                });
        SlaClocksCodec codec = new SlaClocksCodec(List.copyOf(rules), List.copyOf(assignees));
        out.list(codec.rules, RuleCodec::write);
        out.list(codec.assignees.subList(1, codec.assignees.size()), SlaClocksCodec::writeAssignee);
        out.unsigned(clocks.pass());
        out.unsigned(clocks.reassigned());
        out.optionalInstant(clocks.promotedAt());
        out.unsigned(codec.assignees.indexOf(clocks.assignee()));
        out.list(clocks.running(), codec::writeClock);
        out.list(clocks.ended(), (to, ended) -> {
            codec.writeClock(to, ended.clock());
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
        List<Clock> rules = in.list(RuleCodec::read);
        List<Assignee> assignees = new ArrayList<>(List.of(Assignee.NOBODY));
        assignees.addAll(in.list(SlaClocksCodec::readAssignee));
        SlaClocksCodec codec = new SlaClocksCodec(rules, assignees);
        return new SlaClocks(
                (int) in.unsigned(),
                (int) in.unsigned(),
                in.optionalInstant(),
                codec.assignees.get((int) in.unsigned()),
                in.list(codec::readClock),
                in.list(from -> new EndedClock(codec.readClock(from), from.constant(Ending.class), from.instant())),
                in.list(from ->
                        new Contact(from.text(), from.constant(ActivityBy.class), from.instant(), from.text())));
    }

    private void writeClock(StateWriter out, RunningClock clock) {
        Instant start = clock.startedAt();
        out.unsigned(rules.indexOf(clock.rule()));
        out.unsigned(assignees.indexOf(clock.assignee()));
        out.unsigned(clock.variant());
        out.unsigned(clock.pass());
        out.unsigned(clock.round());
        out.instant(start);
        out.unsigned(clock.systemDelay().toMillis());
        out.optional(clock.heldSince(), (to, at) -> after(to, start, at));
        after(out, start, clock.notBefore());
        after(out, start, clock.dueAt());
        out.list(clock.marks(), (to, mark) -> {
            after(to, start, mark.at());
            to.flag(mark.pauses());
        });
        out.optional(clock.resumesAt(), (to, at) -> after(to, start, at));
        out.list(clock.stood(), SlaClocksCodec::writeStandstill);
        out.list(clock.open(), (to, step) -> writeStep(to, start, step));
        out.list(clock.reached(), (to, step) -> {
            writeStep(to, start, step.due());
            after(to, step.due().dueAt(), step.at());
            to.flag(step.took());
        });
    }

    private RunningClock readClock(StateReader in) {
        Clock rule = rules.get((int) in.unsigned());
        Assignee assignee = assignees.get((int) in.unsigned());
        int variant = (int) in.unsigned();
        int pass = (int) in.unsigned();
        int round = (int) in.unsigned();
        Instant start = in.instant();
        return new RunningClock(
                rule,
                variant,
                pass,
                round,
                start,
                Duration.ofMillis(in.unsigned()),
                in.optional(from -> after(from, start)),
                after(in, start),
                after(in, start),
                in.list(from -> new PauseMark(after(from, start), from.flag())),
                in.optional(from -> after(from, start)),
                in.list(SlaClocksCodec::readStandstill),
                in.list(from -> readStep(from, start)),
                in.list(from -> {
                    DueStep due = readStep(from, start);
                    return new ReachedStep(due, after(from, due.dueAt()), from.flag());
                }),
                assignee);
    }

    private static void writeStep(StateWriter out, Instant start, DueStep step) {
        out.unsigned(step.variant());
        out.unsigned(step.position());
        out.unsigned(step.occurrence());
        after(out, start, step.dueAt());
    }

    private static DueStep readStep(StateReader in, Instant start) {
        return new DueStep((int) in.unsigned(), (int) in.unsigned(), (int) in.unsigned(), after(in, start));
    }

    private static void writeStandstill(StateWriter out, Standstill still) {
        out.instant(still.from());
        after(out, still.from(), still.until());
        out.flag(still.away());
    }

    private static Standstill readStandstill(StateReader in) {
        Instant from = in.instant();
        return new Standstill(from, after(in, from), in.flag());
    }

    private static void writeAssignee(StateWriter out, Assignee assignee) {
        out.optionalText(assignee.ownerId());
        out.optionalText(assignee.managerId());
        out.optionalText(assignee.teamId());
        out.optionalText(assignee.backupId());
        WorkingTime time = assignee.time();
        out.optional(time.zone(), (to, zone) -> to.text(zone.getId()));
        out.optional(time.days(), (to, days) -> to.list(new TreeSet<>(days), StateWriter::constant));
        out.optional(time.hours(), (to, hours) -> {
            to.unsigned(minutes(hours.from()));
            to.unsigned(minutes(hours.until()));
        });
        out.optionalText(time.holidays());
        out.list(assignee.away(), SlaClocksCodec::writeStandstill);
    }

    private static Assignee readAssignee(StateReader in) {
        return new Assignee(
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                new WorkingTime(
                        in.optional(from -> ZoneId.of(from.text())),
                        in.optional(from -> Set.copyOf(from.list(one -> one.constant(DayOfWeek.class)))),
                        in.optional(from -> new Hours(time(from), time(from))),
                        in.optionalText()),
                in.list(SlaClocksCodec::readStandstill));
    }

    private static long minutes(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_OF_A_MINUTE;
    }

    private static LocalTime time(StateReader in) {
        return LocalTime.ofSecondOfDay(in.unsigned() * SECONDS_OF_A_MINUTE);
    }

    /** An instant by its distance from another, which takes fewer bytes. */
    private static void after(StateWriter out, Instant start, Instant at) {
        out.signed(Duration.between(start, at).toMillis());
    }

    private static Instant after(StateReader in, Instant start) {
        return start.plusMillis(in.signed());
    }
}
