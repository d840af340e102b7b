package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.Span.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Checks SLA clocks and their escalation chains. */
final class SlaLint {

    private static final String A_STAGE = "the name of a stage";
    private static final List<String> WAITS = List.of("kinds", "event", "stage", "known");

    private final SourceNode document;
    private final Problems problems;

    SlaLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        SourceNode clocks = document.at("sla", "clocks");
        problems.unlessDistinct(clocks.each("clock"), "clock");
        clocks.items().forEach(this::clock);
        List<SourceNode> starts = clocks.each("starts");
        if (!starts.isEmpty() && starts.stream().noneMatch(SlaLint::isWithSales)) {
            problems.error(
                    clocks,
                    "Expected a clock that starts with the promotion or the assignment, but there is none: the handoff to sales has no deadline (SLA-37)");
        }
    }

    private static boolean isWithSales(SourceNode starts) {
        return starts.text() != null && !starts.text().equals("queued");
    }

    private void clock(SourceNode clock) {
        Set<String> calendars = document.at("calendars").values().keySet();
        problems.unlessKnown(clock.at("calendar"), "the name of a calendar", calendars);
        problems.unlessKnown(clock.at("starts").at("stage"), A_STAGE, stages());
        stops(clock.at("stops"));
        List<SourceNode> steps = clock.at("chain").items();
        problems.unlessDistinct(clock.at("chain").each("step"), "step of a chain");
        Duration day =
                day(document.at("calendars").at(clock.at("calendar").text()).at("hours"));
        Span target = Span.of(clock.at("target"));
        Span before = null;
        for (SourceNode step : steps) {
            Span at = Span.of(step.at("at"));
            if (at != null && before != null && compare(before, at, day) > 0) {
                problems.error(
                        step.at("at"),
                        "Expected steps in the order in which they are due, but " + at + " comes after " + before);
            }
            before = at == null ? before : at;
            verdict(step, target, day);
            recipient(step, clock.at("starts").text());
        }
        reassignments(clock, steps);
    }

    private List<String> stages() {
        return LifecycleBuilder.names(document.at("lifecycle"));
    }

    private void stops(SourceNode stops) {
        if (stops.isPresent() && WAITS.stream().noneMatch(what -> stops.at(what).isPresent())) {
            problems.error(stops, "Expected kinds of activity, an event, a stage or known fields, but found none");
        }
        if (stops.at("by").isPresent() && !stops.at("kinds").isPresent()) {
            problems.error(stops.at("by"), "Expected by beside kinds of activity only, but found it without");
        }
        problems.unlessKnown(stops.at("stage"), A_STAGE, stages());
        stops.at("known")
                .items()
                .forEach(
                        name -> Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
        stops.at("kinds")
                .items()
                .forEach(
                        kind -> Vocabulary.warnOfSlip(kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems));
    }

    private void verdict(SourceNode step, Span target, Duration day) {
        Span at = Span.of(step.at("at"));
        if (at == null || target == null || at.business() != target.business()) {
            return;
        }
        boolean early = compare(at, target, day) < 0;
        if ("WARNED".equals(step.at("says").text()) && !early) {
            problems.error(
                    step.at("says"),
                    "Expected BREACHED at or after the target of " + target + ", but found WARNED at " + at);
        }
        if ("BREACHED".equals(step.at("says").text()) && early) {
            problems.error(
                    step.at("says"),
                    "Expected WARNED before the target of " + target + ", but found BREACHED at " + at);
        }
    }

    private void recipient(SourceNode step, String starts) {
        if ("queued".equals(starts) && "owner".equals(step.at("tells").text())) {
            problems.error(step.at("tells"), "Expected manager or team, but found owner: a lead in a queue has none");
        }
        if ("queued".equals(starts) && step.at("then").isPresent()) {
            problems.error(
                    step.at("then"),
                    "Expected no reassignment of a lead in a queue, but found "
                            + step.at("then").text());
        }
    }

    private void reassignments(SourceNode clock, List<SourceNode> steps) {
        SourceNode most = clock.at("reassignments");
        boolean none = most.number() == null ? !most.isPresent() : most.number() == 0;
        boolean reassigns = false;
        for (int i = 0; i < steps.size(); i++) {
            SourceNode then = steps.get(i).at("then");
            reassigns |= then.isPresent();
            if (then.isPresent() && i < steps.size() - 1) {
                problems.error(then, "Expected " + then.text() + " as the last step of its chain, but another follows");
            } else if (then.isPresent() && none) {
                problems.error(
                        then, "Expected at least 1 under reassignments, but found none: the step can never apply");
            }
        }
        if (!reassigns && most.number() != null && most.number() > 0) {
            problems.warning(
                    most, "Expected a step with then: REASSIGN, but the chain has none: reassignments means nothing");
        }
    }

    /** Order of two spans; 0 when one counts working time and the other elapsed time, which no rule orders. */
    private static int compare(Span one, Span other, Duration day) {
        return one.business() == other.business() ? length(one, day).compareTo(length(other, day)) : 0;
    }

    private static Duration length(Span span, Duration day) {
        if (!span.business()) {
            return span.elapsed();
        }
        return span.unit() == Unit.BH ? Duration.ofHours(span.amount()) : day.multipliedBy(span.amount());
    }

    /** Length of a working day; eight hours when the calendar does not tell. */
    private static Duration day(SourceNode hours) {
        Duration usual = Duration.ofHours(8);
        String[] parts = hours.text() == null ? new String[0] : hours.text().split("-");
        if (parts.length != 2) {
            return usual;
        }
        try {
            Duration day = Duration.between(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
            return day.isNegative() || day.isZero() ? usual : day;
        } catch (DateTimeException reportedAlready) {
            return usual;
        }
    }
}
