package io.revstream.scoring;

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

    /** With the latest instant only. */
    static Evidence latestOf(SignalTrace only, List<SignalTrace> more) {
        SignalTrace newest = only;
        long count = only.count();
        for (int i = 0; i < more.size(); i++) {
            SignalTrace trace = more.get(i);
            count += trace.count();
            newest = trace.latest().isAfter(newest.latest()) ? trace : newest;
        }
        return new Evidence(count, newest.latestId(), List.of(newest.latest().at()));
    }

    /** With all instants that are remembered. */
    static Evidence of(SignalTrace only, List<SignalTrace> more) {
        if (more.isEmpty()) {
            return new Evidence(only.count(), only.latestId(), only.recent());
        }
        Evidence latest = latestOf(only, more);
        List<Instant> all = new ArrayList<>(only.recent());
        more.forEach(trace -> all.addAll(trace.recent()));
        all.sort(Collections.reverseOrder());
        return new Evidence(latest.count, latest.eventId, all);
    }

    /** When the latest of them occurred. */
    Instant at() {
        return recent.get(0);
    }

    /**
     * The latest occurrence that completes a group, {@code atLeast} of them within a span of each other, with those before it in that
     * span; null when there is no such group. A later single occurrence does not revive a group that decays (SCO-12).
     */
    Evidence group(int atLeast, long withinMillis) {
        for (int newest = 0; newest + atLeast <= recent.size(); newest++) {
            Instant from = recent.get(newest).minusMillis(withinMillis);
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

    /** How many of those that are remembered occurred since an instant. */
    int since(Instant from) {
        int since = 0;
        while (since < recent.size() && !recent.get(since).isBefore(from)) {
            since++;
        }
        return since;
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
