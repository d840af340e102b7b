package io.revstream.scoring;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.policy.Signal;
import io.revstream.policy.SignalCount;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

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

    /** A prospect who turns away does something, but does not engage. A recycling does not make it undone (SCO-26). */
    static final Set<String> TURNING_AWAY = Set.of("EMAIL_UNSUBSCRIBED", "SPAM_COMPLAINT", "EMAIL_HARD_BOUNCED");

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

    /** The same activities, where the latest occurrence of a signal is that event, of which only the instant was known. */
    public Engagement latestIs(String kind, String asset, boolean engages, Occurrence occurrence) {
        int place = place(kind, asset, engages);
        if (place < 0 || !traces.get(place).isUnknown(occurrence.at())) {
            return this;
        }
        List<SignalTrace> after = new ArrayList<>(traces);
        after.set(place, traces.get(place).latestIs(occurrence));
        return new Engagement(after, lastEngagedAt, resetAt);
    }

    Engagement with(String kind, String asset, boolean engages, Occurrence occurrence) {
        Instant at = occurrence.at();
        Instant engagedAt = engages && (lastEngagedAt == null || at.isAfter(lastEngagedAt)) ? at : lastEngagedAt;
        if (resetAt != null && at.isBefore(resetAt) && !TURNING_AWAY.contains(kind)) {
            return Objects.equals(engagedAt, lastEngagedAt) ? this : new Engagement(traces, engagedAt, resetAt);
        }
        List<SignalTrace> after = new ArrayList<>(traces.size() + 1);
        after.addAll(traces);
        int place = place(kind, asset, engages);
        if (place >= 0) {
            after.set(place, traces.get(place).with(occurrence));
        } else {
            after.add(-place - 1, SignalTrace.of(kind, asset, engages, occurrence));
            if (after.size() > MOST_SIGNALS) {
                after.remove(leastMissed(after));
            }
        }
        return new Engagement(after, engagedAt, resetAt);
    }

    /**
     * The engagement as if an activity had not been; this very one when it is no longer remembered. Where the latest occurrence of a
     * signal is withdrawn, the id of the one before is not known any more.
     */
    public Engagement without(String kind, String asset, Instant at, String eventId) {
        int place = place(kind, asset, true);
        if (place < 0 || !traces.get(place).remembers(at)) {
            place = place(kind, asset, false);
        }
        if (place < 0 || !traces.get(place).remembers(at)) {
            return this;
        }
        List<SignalTrace> after = new ArrayList<>(traces);
        SignalTrace left = traces.get(place).without(new Occurrence(at, eventId));
        if (left == null) {
            after.remove(place);
        } else {
            after.set(place, left);
        }
        return new Engagement(after, at.equals(lastEngagedAt) ? lastEngaged(after) : lastEngagedAt, resetAt);
    }

    /** As far as it is remembered: what came before a recycling is not. */
    private Instant lastEngaged(List<SignalTrace> after) {
        Instant last = resetAt;
        for (SignalTrace trace : after) {
            Instant at = trace.latest().at();
            last = trace.engages() && (last == null || at.isAfter(last)) ? at : last;
        }
        return last;
    }

    /** Forgets what happened before an instant: the lead was recycled (SCO-24). */
    public Engagement reset(Instant at) {
        if (resetAt != null && !at.isAfter(resetAt)) {
            return this;
        }
        List<SignalTrace> left = traces.stream()
                .map(trace -> TURNING_AWAY.contains(trace.kind()) ? trace : trace.since(at))
                .filter(Objects::nonNull)
                .toList();
        return new Engagement(left, lastEngagedAt, at);
    }

    /** Whether signals have occurred as often as asked, within the window of each other. */
    public boolean did(SignalCount count) {
        return Counting.group(count, this) != null;
    }

    /** How often signals have occurred within the window that ends at an instant; ever, without a window. */
    public long countUpTo(Instant at, SignalCount count) {
        return Counting.upTo(at, count, this);
    }

    /** When any of the signals occurred last; null when none did. */
    public Instant latestAt(List<Signal> any) {
        Instant latest = null;
        for (int i = 0; i < traces.size(); i++) {
            SignalTrace trace = traces.get(i);
            Instant at = trace.latest().at();
            if ((latest == null || at.isAfter(latest)) && matches(any, trace)) {
                latest = at;
            }
        }
        return latest;
    }

    /** Whether anything of the same kinds but another asset occurred. */
    boolean didElse(List<Signal> any) {
        for (int i = 0; i < traces.size(); i++) {
            SignalTrace trace = traces.get(i);
            if (!matches(any, trace) && anyOfKind(any, trace.kind())) {
                return true;
            }
        }
        return false;
    }

    /** When a signal occurred last, or null when it did not; with an empty id when its event is no longer known. */
    public Occurrence latest(Signal signal) {
        Evidence evidence = latestEvidence(List.of(signal));
        return evidence == null
                ? null
                : new Occurrence(evidence.at(), Objects.requireNonNullElse(evidence.eventId(), ""));
    }

    /** How often signals occurred since an instant, as far as is remembered. */
    public long occurrences(List<Signal> any, Instant since) {
        long count = 0;
        for (SignalTrace trace : traces) {
            if (matches(any, trace)) {
                count += trace.recent().stream()
                        .filter(at -> !at.isBefore(since))
                        .count();
            }
        }
        return count;
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
        return evidence(any, Evidence::of);
    }

    /** The same with the latest instant only. */
    Evidence latestEvidence(List<Signal> any) {
        return evidence(any, Evidence::latestOf);
    }

    private Evidence evidence(List<Signal> any, BiFunction<SignalTrace, List<SignalTrace>, Evidence> of) {
        SignalTrace only = null;
        List<SignalTrace> more = List.of();
        for (int i = 0; i < traces.size(); i++) {
            SignalTrace trace = traces.get(i);
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
        return only == null ? null : of.apply(only, more);
    }

    /** What occurred lately of each signal, the latest first, in words; empty when nothing did. */
    public String recentWords() {
        return traces.stream()
                .sorted(Comparator.comparing(
                                (SignalTrace trace) -> trace.latest().at())
                        .reversed())
                .map(trace -> trace.kind() + (trace.asset() == null ? "" : " " + trace.asset()) + " at "
                        + trace.latest().at())
                .collect(Collectors.joining(", "));
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

    private static boolean anyOfKind(List<Signal> any, String kind) {
        for (int i = 0; i < any.size(); i++) {
            if (any.get(i).kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    static boolean matches(List<Signal> any, SignalTrace trace) {
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
    private int place(String kind, String asset, boolean engages) {
        int low = 0;
        int high = traces.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = traces.get(middle).compareTo(kind, asset, engages);
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
