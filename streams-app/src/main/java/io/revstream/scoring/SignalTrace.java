package io.revstream.scoring;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one kind of activity with one asset.
 *
 * @param asset null for activities without one
 * @param count how often it occurred
 * @param first when it first occurred
 * @param recent its latest occurrences, at most {@value #MOST_RECENT}, the latest first; never empty
 */
record SignalTrace(String kind, String asset, long count, Instant first, List<Occurrence> recent) {

    static final int MOST_RECENT = 16;

    SignalTrace {
        recent = List.copyOf(recent);
    }

    static SignalTrace of(String kind, String asset, Occurrence occurrence) {
        return new SignalTrace(kind, asset, 1, occurrence.at(), List.of(occurrence));
    }

    Occurrence latest() {
        return recent.get(0);
    }

    SignalTrace with(Occurrence occurrence) {
        int before = 0;
        while (before < recent.size() && recent.get(before).isAfter(occurrence)) {
            before++;
        }
        List<Occurrence> after = new ArrayList<>(recent.size() + 1);
        after.addAll(recent.subList(0, before));
        after.add(occurrence);
        after.addAll(recent.subList(before, recent.size()));
        Instant earliest = occurrence.at().isBefore(first) ? occurrence.at() : first;
        return new SignalTrace(kind, asset, count + 1, earliest, after.subList(0, Math.min(after.size(), MOST_RECENT)));
    }

    /** What is left when nothing before an instant counts, or null for nothing. Occurrences no longer remembered do not count. */
    SignalTrace since(Instant instant) {
        if (!first.isBefore(instant)) {
            return this;
        }
        List<Occurrence> left =
                recent.stream().filter(o -> !o.at().isBefore(instant)).toList();
        return left.isEmpty()
                ? null
                : new SignalTrace(
                        kind, asset, left.size(), left.get(left.size() - 1).at(), left);
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
        out.list(recent, (to, occurrence) -> occurrence.write(to));
    }

    static SignalTrace read(StateReader in) {
        return new SignalTrace(in.text(), in.optionalText(), in.unsigned(), in.instant(), in.list(Occurrence::read));
    }
}
