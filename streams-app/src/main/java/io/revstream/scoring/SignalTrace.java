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
 * @param count how often it occurred
 * @param first when it first occurred
 * @param latest its latest occurrence
 * @param recent when it occurred lately, at most {@value #MOST_RECENT} times, the latest first
 */
public record SignalTrace(
        String kind, String asset, long count, Instant first, Occurrence latest, List<Instant> recent) {

    static final int MOST_RECENT = 16;

    public SignalTrace {
        recent = List.copyOf(recent);
    }

    static SignalTrace of(String kind, String asset, Occurrence occurrence) {
        return new SignalTrace(kind, asset, 1, occurrence.at(), occurrence, List.of(occurrence.at()));
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
        return new SignalTrace(
                kind,
                asset,
                count + 1,
                at.isBefore(first) ? at : first,
                occurrence.isAfter(latest) ? occurrence : latest,
                after.subList(0, Math.min(after.size(), MOST_RECENT)));
    }

    /** What is left without one occurrence, or null for nothing. The event that is the latest then is not known any more. */
    SignalTrace without(Occurrence occurrence) {
        if (count == 1) {
            return null;
        }
        List<Instant> left = new ArrayList<>(recent);
        left.remove(occurrence.at());
        boolean allKnown = left.size() == count - 1;
        return new SignalTrace(
                kind,
                asset,
                count - 1,
                allKnown ? left.get(left.size() - 1) : first,
                occurrence.equals(latest) ? new Occurrence(left.get(0), "") : latest,
                left);
    }

    /** What is left when nothing before an instant counts, or null for nothing. Occurrences no longer remembered do not count. */
    SignalTrace since(Instant instant) {
        if (!first.isBefore(instant)) {
            return this;
        }
        List<Instant> left = recent.stream().filter(at -> !at.isBefore(instant)).toList();
        return left.isEmpty()
                ? null
                : new SignalTrace(kind, asset, left.size(), left.get(left.size() - 1), latest, left);
    }

    /** Order in which traces are kept: by kind, then asset, none first. */
    int compareTo(String otherKind, String otherAsset) {
        int byKind = kind.compareTo(otherKind);
        if (byKind != 0 || asset == null || otherAsset == null) {
            return byKind != 0 ? byKind : Boolean.compare(asset != null, otherAsset != null);
        }
        return asset.compareTo(otherAsset);
    }

    void write(StateWriter out) {
        out.text(kind);
        out.optionalText(asset);
        out.unsigned(count);
        out.instant(first);
        latest.write(out);
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
        long count = in.unsigned();
        Instant first = in.instant();
        Occurrence latest = Occurrence.read(in);
        Instant[] newer = {latest.at()};
        List<Instant> recent = in.list(from -> newer[0] = newer[0].minusMillis(from.unsigned()));
        return new SignalTrace(kind, asset, count, first, latest, recent);
    }
}
