package io.revstream.scoring;

import io.revstream.policy.Signal;
import io.revstream.policy.SignalCount;
import io.revstream.policy.SignalCount.Of;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts occurrences of signals, each time or each day (SCO-12). */
final class Counting {

    private Counting() {}

    /** The latest group of occurrences that is large enough; null when there is none. */
    static Evidence group(SignalCount count, Engagement engagement) {
        if (count.only() && engagement.didElse(count.any())) {
            return null;
        }
        if (count.of() == Of.DAYS) {
            return days(count, matching(count.any(), engagement));
        }
        if (count.atLeast() <= 1 || count.within() == null) {
            Evidence latest = engagement.latestEvidence(count.any());
            return latest == null || latest.count() < count.atLeast() ? null : latest;
        }
        Evidence evidence = engagement.evidence(count.any());
        return evidence == null
                ? null
                : evidence.group(count.atLeast(), count.within().millis());
    }

    /** All occurrences that are remembered; null when there are none. */
    static Evidence each(SignalCount count, Engagement engagement) {
        return count.only() && engagement.didElse(count.any()) ? null : engagement.evidence(count.any());
    }

    /** How many there were within the window that ends at an instant; without a window, ever. */
    static long upTo(Instant at, SignalCount count, Engagement engagement) {
        if (count.only() && engagement.didElse(count.any())) {
            return 0;
        }
        if (count.of() == Of.DAYS) {
            return daysUpTo(at, count, matching(count.any(), engagement));
        }
        Evidence evidence = engagement.evidence(count.any());
        if (evidence == null || count.within() == null) {
            return evidence == null ? 0 : evidence.count();
        }
        return evidence.since(at.minusMillis(count.within().millis()));
    }

    private static Evidence days(SignalCount count, List<SignalTrace> traces) {
        if (traces.isEmpty()) {
            return null;
        }
        long latest = latestDay(traces);
        long days = days(traces, latest);
        long window = window(count);
        for (int newest = 0; newest < ActiveDays.MOST; newest++) {
            int active = Long.bitCount((days >>> newest) & window);
            if ((days >>> newest & 1) == 1 && active >= count.atLeast()) {
                SignalTrace last = lastOn(latest - newest, traces);
                boolean known = last.latestDay() == latest - newest;
                return new Evidence(active, known ? last.latestId() : null, List.of(last.on(latest - newest)));
            }
        }
        return null;
    }

    private static long daysUpTo(Instant at, SignalCount count, List<SignalTrace> traces) {
        if (traces.isEmpty()) {
            return 0;
        }
        long latest = latestDay(traces);
        long days = days(traces, latest);
        if (count.within() == null) {
            return Long.bitCount(days);
        }
        long oldest = ActiveDays.day(at) - window(count.within().millis()) + 1;
        return Long.bitCount(days & ActiveDays.since(latest, oldest));
    }

    /** The bits of the days of the window. */
    private static long window(SignalCount count) {
        return count.within() == null
                ? -1L
                : ActiveDays.first(window(count.within().millis()));
    }

    /** A window of hours touches a day at least. */
    private static long window(long millis) {
        return Math.max(1, (millis + ActiveDays.DAY - 1) / ActiveDays.DAY);
    }

    private static long latestDay(List<SignalTrace> traces) {
        long latest = Long.MIN_VALUE;
        for (SignalTrace trace : traces) {
            latest = Math.max(latest, trace.latestDay());
        }
        return latest;
    }

    private static long days(List<SignalTrace> traces, long latest) {
        long days = 0;
        for (SignalTrace trace : traces) {
            days |= ActiveDays.seenFrom(latest, trace.latestDay(), trace.days());
        }
        return days;
    }

    /** The trace that has the latest occurrence on a day. */
    private static SignalTrace lastOn(long day, List<SignalTrace> traces) {
        SignalTrace last = traces.get(0);
        for (SignalTrace trace : traces) {
            last = trace.on(day).isAfter(last.on(day)) ? trace : last;
        }
        return last;
    }

    private static List<SignalTrace> matching(List<Signal> any, Engagement engagement) {
        List<SignalTrace> matching = new ArrayList<>();
        for (SignalTrace trace : engagement.traces()) {
            if (Engagement.matches(any, trace)) {
                matching.add(trace);
            }
        }
        return matching;
    }
}
