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
 * @param eventId the latest of them; null when it is no longer remembered
 * @param recent when they occurred lately, the latest first; never empty
 */
record Evidence(long count, String eventId, List<Instant> recent) {

    static Evidence of(SignalTrace only, List<SignalTrace> more) {
        if (more.isEmpty()) {
            return new Evidence(only.count(), only.latest().eventId(), only.recent());
        }
        long count = only.count();
        Occurrence latest = only.latest();
        List<Instant> all = new ArrayList<>(only.recent());
        for (SignalTrace trace : more) {
            count += trace.count();
            latest = trace.latest().isAfter(latest) ? trace.latest() : latest;
            all.addAll(trace.recent());
        }
        all.sort(Collections.reverseOrder());
        return new Evidence(count, latest.eventId(), all);
    }

    /** When the latest of them occurred. */
    Instant at() {
        return recent.get(0);
    }

    /**
     * The latest occurrence that completes a group, {@code atLeast} of them within a span of each other, with those before it in that
     * span; null when there is no such group. A later single occurrence does not revive a group that decays (SCO-12).
     */
    Evidence group(int atLeast, Duration within) {
        if (atLeast <= 1 || within == null) {
            return count >= atLeast ? this : null;
        }
        for (int newest = 0; newest + atLeast <= recent.size(); newest++) {
            Instant from = recent.get(newest).minus(within);
            int end = newest + 1;
            while (end < recent.size() && !recent.get(end).isBefore(from)) {
                end++;
            }
            if (end - newest >= atLeast) {
                return new Evidence(end - newest, newest == 0 ? eventId : null, recent.subList(newest, end));
            }
        }
        return null;
    }

    /** The latest instants, one of each, that lie within a span of each other; none when there are none. */
    static List<Instant> together(List<Evidence> each, Duration within) {
        List<Instant> ends = new ArrayList<>();
        each.forEach(evidence -> ends.addAll(evidence.recent()));
        ends.sort(Collections.reverseOrder());
        for (Instant end : ends) {
            List<Instant> met = new ArrayList<>(each.size());
            for (Evidence evidence : each) {
                evidence.recent().stream()
                        .filter(at -> !at.isAfter(end) && !at.isBefore(end.minus(within)))
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
