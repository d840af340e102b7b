package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.stream.Stream;

/** Checks signals wherever they are listed: that named lists exist, and that kinds are no slip of the pen. */
final class SignalLint {

    private final SourceNode named;
    private final Problems problems;

    SignalLint(SourceNode document, Problems problems) {
        named = document.at("signals");
        this.problems = problems;
    }

    /** The named lists themselves. */
    void checkNamed() {
        named.values().values().forEach(list -> list.items().forEach(this::signal));
    }

    /** Signals, or the name of a list; an absent node is fine. */
    void check(SourceNode signals) {
        signals.oneOrMore().forEach(this::signal);
    }

    /** Signals with those of named lists in the place of their names. */
    static List<SourceNode> signals(SourceNode signals, SourceNode named) {
        return signals.oneOrMore().stream()
                .flatMap(each -> each.text() == null ? Stream.of(each) : named.at(each.text()).items().stream())
                .toList();
    }

    private void signal(SourceNode signal) {
        if (signal.text() != null) {
            problems.unlessKnown(
                    signal,
                    "signals, or the name of a list of signals",
                    named.values().keySet());
        } else {
            Vocabulary.warnOfSlip(signal.at("kind"), "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems);
        }
    }
}
