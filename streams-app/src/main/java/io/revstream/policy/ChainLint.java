package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.SlaSpans.Length;
import java.util.List;
import java.util.stream.Stream;

/** Checks an escalation chain: that its steps come in order, say what is so, and can be told to somebody. */
final class ChainLint {

    /** Each time that a step came is remembered while its clock runs. */
    private static final int MOST_TIMES = 50;

    private final SlaSpans spans;
    private final ActionLint actions;
    private final Problems problems;

    ChainLint(SlaSpans spans, ActionLint actions, Problems problems) {
        this.spans = spans;
        this.actions = actions;
        this.problems = problems;
    }

    /**
     * Checks a chain.
     *
     * @param target when the clock is due; null where it does not say
     * @param queue whether its clock runs while the lead waits in a queue
     */
    void check(SourceNode chain, Span target, boolean queue) {
        problems.unlessDistinct(chain.each("step"), "step of a chain");
        List<SourceNode> steps = chain.items();
        SourceNode before = null;
        for (SourceNode step : steps) {
            when(step);
            if (before != null && SlaSpans.compare(spans.of(before, target), spans.of(step, target)) > 0) {
                problems.error(
                        SlaSpans.when(step),
                        "Expected steps in the order in which they are due, but " + words(step) + " comes after "
                                + words(before));
            }
            before = spans.of(step, target) == null ? before : step;
            verdict(step, target);
            recipient(step, queue);
            step.at("does").items().forEach(actions::check);
        }
        last(steps);
    }

    private void when(SourceNode step) {
        List<String> said = Stream.of("at", "overdue", "from")
                .filter(key -> step.at(key).isPresent())
                .toList();
        if (said.size() != 1) {
            problems.error(
                    step.at("step"),
                    "Expected one of at, overdue and from, but found "
                            + (said.isEmpty() ? "none" : String.join(" and ", said)));
        }
        for (String key : List.of("every", "until")) {
            if (step.at(key).isPresent() != step.at("from").isPresent()) {
                problems.error(
                        step.at(key).isPresent() ? step.at(key) : step.at("from"),
                        "Expected from, every and until together, but "
                                + (step.at(key).isPresent() ? "from" : key) + " is missing");
            }
        }
        Length from = spans.length(Span.of(step.at("from")));
        Length every = spans.length(Span.of(step.at("every")));
        Length until = spans.length(Span.of(step.at("until")));
        if (SlaSpans.compare(from, until) >= 0 && SlaSpans.alike(from, until)) {
            problems.error(
                    step.at("until"),
                    "Expected until to be later than from, but "
                            + step.at("until").text() + " is not later than "
                            + step.at("from").text());
        } else if (SlaSpans.alike(from, until)
                && SlaSpans.alike(every, until)
                && until.duration().minus(from.duration()).toMillis()
                        > MOST_TIMES * every.duration().toMillis()) {
            problems.error(
                    step.at("every"),
                    "Expected a step to come at most " + MOST_TIMES + " times, but every "
                            + step.at("every").text() + " until "
                            + step.at("until").text() + " is more often");
        }
    }

    private void verdict(SourceNode step, Span target) {
        Length when = spans.of(step, target);
        Length due = spans.length(target);
        boolean warned = "WARNED".equals(step.at("says").text());
        boolean breached = "BREACHED".equals(step.at("says").text());
        boolean overdue = step.at("overdue").isPresent();
        if (!overdue && !SlaSpans.alike(when, due)) {
            return;
        }
        boolean early = !overdue && SlaSpans.compare(when, due) < 0;
        if (warned && !early) {
            problems.error(
                    step.at("says"),
                    "Expected BREACHED at or after the target of " + target + ", but found WARNED at " + words(step));
        }
        if (breached && early) {
            problems.error(
                    step.at("says"),
                    "Expected WARNED before the target of " + target + ", but found BREACHED at " + words(step));
        }
    }

    private void recipient(SourceNode step, boolean queue) {
        String tells = step.at("tells").text();
        if (queue && ("owner".equals(tells) || "backup".equals(tells))) {
            problems.error(
                    step.at("tells"), "Expected manager or team, but found " + tells + ": a lead in a queue has none");
        }
        if (queue && step.at("then").isPresent()) {
            problems.error(
                    step.at("then"),
                    "Expected no reassignment of a lead in a queue, but found "
                            + step.at("then").text());
        }
    }

    private void last(List<SourceNode> steps) {
        for (int i = 0; i < steps.size() - 1; i++) {
            SourceNode then = steps.get(i).at("then");
            if (then.isPresent()) {
                problems.error(then, "Expected " + then.text() + " as the last step of its chain, but another follows");
            }
        }
    }

    private static String words(SourceNode step) {
        return SlaSpans.when(step).text() + (step.at("overdue").isPresent() ? " overdue" : "");
    }
}
