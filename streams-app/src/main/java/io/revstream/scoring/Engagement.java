package io.revstream.scoring;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.policy.Signal;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What happened with a lead. The same activities give the same engagement in whichever order they arrive, as long as there are no more
 * than {@value #MOST_SIGNALS} different ones; beyond, the kind with most assets forgets the one that was not seen for longest.
 *
 * @param traces what is remembered of each signal, by kind and asset
 * @param lastEngagedAt when the prospect last engaged; null when never
 * @param resetAt since when activities count: the latest recycling (SCO-24); null when there was none
 */
public record Engagement(List<SignalTrace> traces, Instant lastEngagedAt, Instant resetAt) {

    public static final Engagement NONE = new Engagement(List.of(), null, null);

    static final int MOST_SIGNALS = 64;

    private static final int VERSION = 1;

    /** A prospect who turns away does something, but does not engage. */
    private static final Set<String> TURNING_AWAY =
            Set.of("EMAIL_UNSUBSCRIBED", "SPAM_COMPLAINT", "EMAIL_HARD_BOUNCED");

    public Engagement {
        traces = List.copyOf(traces);
    }

    /** The engagement after an activity; this very one when it lies before the latest recycling and so does not count. */
    public Engagement with(ActivityEvent activity) {
        return with(
                activity.getKind(),
                activity.getAsset(),
                engages(activity.getKind(), activity.getBy()),
                new Occurrence(activity.getOccurredAt(), activity.getEventId()));
    }

    /** Whether a prospect engages by such an activity. */
    public static boolean engages(String kind, ActivityBy by) {
        return by == ActivityBy.PROSPECT && !TURNING_AWAY.contains(kind);
    }

    /** The same activities, with another instant at which the prospect last engaged: some were found not to be the prospect's. */
    public Engagement engagedAt(Instant at) {
        return Objects.equals(at, lastEngagedAt) ? this : new Engagement(traces, at, resetAt);
    }

    /** The engagement without an activity that counted; this very one when it lies before the latest recycling. */
    public Engagement without(String kind, String asset, Instant at, String eventId) {
        int place = place(kind, asset);
        if (place < 0 || resetAt != null && at.isBefore(resetAt)) {
            return this;
        }
        List<SignalTrace> after = new ArrayList<>(traces);
        SignalTrace left = traces.get(place).without(new Occurrence(at, eventId));
        if (left == null) {
            after.remove(place);
        } else {
            after.set(place, left);
        }
        return new Engagement(after, lastEngagedAt, resetAt);
    }

    Engagement with(String kind, String asset, boolean engages, Occurrence occurrence) {
        Instant at = occurrence.at();
        Instant engagedAt = engages && (lastEngagedAt == null || at.isAfter(lastEngagedAt)) ? at : lastEngagedAt;
        if (resetAt != null && at.isBefore(resetAt)) {
            return Objects.equals(engagedAt, lastEngagedAt) ? this : new Engagement(traces, engagedAt, resetAt);
        }
        List<SignalTrace> after = new ArrayList<>(traces.size() + 1);
        after.addAll(traces);
        int place = place(kind, asset);
        if (place >= 0) {
            after.set(place, traces.get(place).with(occurrence));
        } else {
            after.add(-place - 1, SignalTrace.of(kind, asset, occurrence));
            if (after.size() > MOST_SIGNALS) {
                after.remove(leastMissed(after));
            }
        }
        return new Engagement(after, engagedAt, resetAt);
    }

    /** Forgets what happened before an instant: the lead was recycled (SCO-24). */
    public Engagement reset(Instant at) {
        if (resetAt != null && !at.isAfter(resetAt)) {
            return this;
        }
        List<SignalTrace> left = traces.stream()
                .map(trace -> trace.since(at))
                .filter(Objects::nonNull)
                .toList();
        return new Engagement(left, lastEngagedAt, at);
    }

    /** When a signal occurred last, or null when it did not. */
    public Occurrence latest(Signal signal) {
        Evidence evidence = evidence(List.of(signal));
        return evidence == null ? null : new Occurrence(evidence.at(), evidence.eventId());
    }

    /** When several signals occurred last within a span of each other, in their order; none when they never met. */
    public List<Instant> together(List<Signal> all, Duration within) {
        List<Evidence> each = new ArrayList<>(all.size());
        for (Signal signal : all) {
            Evidence evidence = evidence(List.of(signal));
            if (evidence == null) {
                return List.of();
            }
            each.add(evidence);
        }
        return Evidence.together(each, within);
    }

    /** What is remembered of the signals that match, all together; null when none of them occurred. */
    Evidence evidence(List<Signal> any) {
        SignalTrace only = null;
        List<SignalTrace> more = List.of();
        for (SignalTrace trace : traces) {
            if (!matches(any, trace)) {
                continue;
            }
            if (only == null) {
                only = trace;
            } else {
                more = more.isEmpty() ? new ArrayList<>() : more;
                more.add(trace);
            }
        }
        return only == null ? null : Evidence.of(only, more);
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optionalInstant(lastEngagedAt);
        out.optionalInstant(resetAt);
        out.list(traces, (to, trace) -> trace.write(to));
    }

    public static Engagement read(StateReader in) {
        in.version("an engagement", VERSION);
        Instant lastEngagedAt = in.optionalInstant();
        Instant resetAt = in.optionalInstant();
        return new Engagement(in.list(SignalTrace::read), lastEngagedAt, resetAt);
    }

    private static boolean matches(List<Signal> any, SignalTrace trace) {
        for (int i = 0; i < any.size(); i++) {
            Signal signal = any.get(i);
            if (signal.kind().equals(trace.kind())
                    && (signal.asset() == null || signal.asset().equals(trace.asset()))) {
                return true;
            }
        }
        return false;
    }

    /** Position of a signal's trace, or {@code -position - 1} where it belongs. */
    private int place(String kind, String asset) {
        int low = 0;
        int high = traces.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = traces.get(middle).compareTo(kind, asset);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** A lead that reads a hundred pages must not lose its one demo request: so the most crowded kind gives one up. */
    private static int leastMissed(List<SignalTrace> traces) {
        int from = 0;
        int until = 0;
        for (int start = 0, end = 0; start < traces.size(); start = end) {
            String kind = traces.get(start).kind();
            while (end < traces.size() && traces.get(end).kind().equals(kind)) {
                end++;
            }
            if (end - start > until - from) {
                from = start;
                until = end;
            }
        }
        int oldest = from;
        for (int i = from + 1; i < until; i++) {
            if (traces.get(oldest).latest().isAfter(traces.get(i).latest())) {
                oldest = i;
            }
        }
        return oldest;
    }
}
