package io.revstream.scoring;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one kind of activity with one asset. Only the latest occurrence keeps its event's id: ids are most of a state's
 * bytes.
 *
 * @param asset null for activities without one
 * @param engages whether a prospect engaged by it
 * @param count how often it occurred
 * @param first when it first occurred
 * @param latest its latest occurrence; with an empty id when its event is no longer known, since a later one was withdrawn
 * @param recent when it occurred lately, at most {@value #MOST_RECENT} times, the latest first; never empty
 * @param days the UTC days on which it occurred, before and with the latest, as {@link ActiveDays} has them
 */
public record SignalTrace(
        String kind,
        String asset,
        boolean engages,
        long count,
        Instant first,
        Occurrence latest,
        List<Instant> recent,
        long days) {

    static final int MOST_RECENT = 16;

    private static final String NO_LONGER_KNOWN = "";

    public SignalTrace {
        recent = List.copyOf(recent);
    }

    static SignalTrace of(String kind, String asset, boolean engages, Occurrence occurrence) {
        Instant at = occurrence.at();
        return new SignalTrace(kind, asset, engages, 1, at, occurrence, List.of(at), 1);
    }

    SignalTrace with(Occurrence occurrence) {
        Instant at = occurrence.at();
        int before = 0;
        while (before < recent.size() && recent.get(before).isAfter(at)) {
            before++;
        }
        List<Instant> after = new ArrayList<>(recent.size() + 1);
        after.addAll(recent);
        after.add(before, at);
        Occurrence later = occurrence.isAfter(latest) ? occurrence : latest;
        long laterDay = ActiveDays.day(later.at());
        return new SignalTrace(
                kind,
                asset,
                engages,
                count + 1,
                at.isBefore(first) ? at : first,
                later,
                after.subList(0, Math.min(after.size(), MOST_RECENT)),
                ActiveDays.seenFrom(laterDay, latestDay(), days) | ActiveDays.bit(laterDay, ActiveDays.day(at)));
    }

    /** Whether an occurrence at that instant is still remembered by itself. */
    boolean remembers(Instant at) {
        return recent.contains(at);
    }

    /** What is left without one occurrence that is remembered; null for nothing. */
    SignalTrace without(Occurrence occurrence) {
        if (recent.size() == 1) {
            // Older ones may be counted, but nothing is remembered of them.
            return null;
        }
        Instant at = occurrence.at();
        List<Instant> left = new ArrayList<>(recent);
        left.remove(at);
        boolean allRemembered = count == recent.size();
        Occurrence newest = occurrence.equals(latest) || !left.contains(latest.at()) ? unknownAt(left.get(0)) : latest;
        return new SignalTrace(
                kind,
                asset,
                engages,
                count - 1,
                allRemembered ? left.get(left.size() - 1) : first,
                newest,
                left,
                daysWithout(at, left, ActiveDays.day(newest.at())));
    }

    /** Days before the oldest that is remembered stay: whether anything else happened on them is not known. */
    private long daysWithout(Instant at, List<Instant> left, long newestDay) {
        boolean known = count == recent.size() || at.isAfter(left.get(left.size() - 1));
        long kept = known ? days & ~ActiveDays.bit(latestDay(), ActiveDays.day(at)) : days;
        long after = ActiveDays.seenFromEarlier(newestDay, latestDay(), kept);
        for (Instant other : left) {
            after |= ActiveDays.bit(newestDay, ActiveDays.day(other));
        }
        return after;
    }

    /** Whether the latest occurrence was at that instant, and its event is no longer known. */
    boolean isUnknown(Instant at) {
        return latestId() == null && latest.at().equals(at);
    }

    SignalTrace latestIs(Occurrence occurrence) {
        return new SignalTrace(kind, asset, engages, count, first, occurrence, recent, days);
    }

    /** What is left when nothing before an instant counts, or null for nothing. Occurrences no longer remembered do not count. */
    SignalTrace since(Instant instant) {
        if (!first.isBefore(instant)) {
            return this;
        }
        List<Instant> left = recent.stream().filter(at -> !at.isBefore(instant)).toList();
        if (left.isEmpty()) {
            return null;
        }
        Instant oldest = left.get(left.size() - 1);
        long from = left.size() < recent.size() ? ActiveDays.day(oldest) : ActiveDays.day(instant);
        return new SignalTrace(
                kind, asset, engages, left.size(), oldest, latest, left, days & ActiveDays.since(latestDay(), from));
    }

    /** The latest occurrence on a UTC day; the beginning of the day when it is no longer remembered. */
    Instant on(long day) {
        for (Instant at : recent) {
            if (ActiveDays.day(at) == day) {
                return at;
            }
        }
        return ActiveDays.startOf(day);
    }

    long latestDay() {
        return ActiveDays.day(latest.at());
    }

    /** Id of the latest event, or null. */
    String latestId() {
        return latest.eventId().equals(NO_LONGER_KNOWN) ? null : latest.eventId();
    }

    /** Order in which traces are kept: by kind, then asset, none first, then those that engage last. */
    int compareTo(String otherKind, String otherAsset, boolean otherEngages) {
        int order = kind.compareTo(otherKind);
        if (order == 0) {
            order = asset == null || otherAsset == null
                    ? Boolean.compare(asset != null, otherAsset != null)
                    : asset.compareTo(otherAsset);
        }
        return order != 0 ? order : Boolean.compare(engages, otherEngages);
    }

    private static Occurrence unknownAt(Instant at) {
        return new Occurrence(at, NO_LONGER_KNOWN);
    }

    void write(StateWriter out) {
        out.text(kind);
        out.optionalText(asset);
        out.flag(engages);
        out.unsigned(count);
        out.instant(first);
        latest.write(out);
        out.unsigned(days);
        out.unsigned(recent.size());
        long newer = latest.at().toEpochMilli();
        for (Instant at : recent) {
            out.unsigned(newer - at.toEpochMilli());
            newer = at.toEpochMilli();
        }
    }

    static SignalTrace read(StateReader in) {
        String kind = in.text();
        String asset = in.optionalText();
        boolean engages = in.flag();
        long count = in.unsigned();
        Instant first = in.instant();
        Occurrence latest = Occurrence.read(in);
        long days = in.unsigned();
        Instant[] newer = {latest.at()};
        List<Instant> recent = in.list(from -> newer[0] = newer[0].minusMillis(from.unsigned()));
        return new SignalTrace(kind, asset, engages, count, first, latest, recent, days);
    }
}
