package io.revstream.scoring;

import io.revstream.state.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The occurrences that a rule looks at.
 *
 * @param count how many there were
 * @param recent the latest of them, the latest first; never empty
 */
record Evidence(long count, List<Occurrence> recent) {

    static Evidence of(SignalTrace only, List<SignalTrace> more) {
        if (more.isEmpty()) {
            return new Evidence(only.count(), only.recent());
        }
        long count = only.count();
        List<Occurrence> all = new ArrayList<>(only.recent());
        for (SignalTrace trace : more) {
            count += trace.count();
            all.addAll(trace.recent());
        }
        all.sort(Collections.reverseOrder());
        return new Evidence(count, all);
    }

    Occurrence latest() {
        return recent.get(0);
    }

    /**
     * The latest occurrence that completes a group: {@code atLeast} of them within a span of each other. A later single occurrence
     * does not revive a group that decays (SCO-12). Null when there is no such group.
     */
    Evidence group(int atLeast, Duration within) {
        if (atLeast <= 1 || within == null) {
            return count >= atLeast ? this : null;
        }
        for (int newest = 0; newest + atLeast <= recent.size(); newest++) {
            Instant from = recent.get(newest).at().minus(within);
            int oldest = newest + atLeast - 1;
            if (!recent.get(oldest).at().isBefore(from)) {
                int end = oldest + 1;
                while (end < recent.size() && !recent.get(end).at().isBefore(from)) {
                    end++;
                }
                return new Evidence(end - newest, recent.subList(newest, end));
            }
        }
        return null;
    }

    /** The latest occurrences, one of each, that lie within a span of each other; none when there are none. */
    static List<Occurrence> together(List<Evidence> each, Duration within) {
        List<Occurrence> ends = new ArrayList<>();
        each.forEach(evidence -> ends.addAll(evidence.recent()));
        ends.sort(Collections.reverseOrder());
        for (Occurrence end : ends) {
            List<Occurrence> met = new ArrayList<>(each.size());
            for (Evidence evidence : each) {
                evidence.recent().stream()
                        .filter(o ->
                                !o.isAfter(end) && !o.at().isBefore(end.at().minus(within)))
                        .findFirst()
                        .ifPresent(met::add);
            }
            if (met.size() == each.size()) {
                return met;
            }
        }
        return List.of();
    }
}
