package io.revstream.pipeline;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long deals stayed in one stage: the visits that ended last. The same visits give the same average in whatever order they are told,
 * corrected or told again.
 *
 * @param latest in the order in which they ended; at most {@value #MOST}
 */
public record StageVisits(List<Stay> latest) {

    /** None has ended. */
    public static final StageVisits NONE = new StageVisits(List.of());

    /** More than an average may ask for ({@code pipeline.stale.average.of}), so that some may be taken back. */
    static final int MOST = 250;

    private static final int VERSION = 1;
    private static final Comparator<Stay> BY_END =
            Comparator.comparing(Stay::left).thenComparing(Stay::dealId).thenComparing(Stay::entered);

    /**
     * A deal's visit that has ended. A deal enters at one instant only once: what is told of the same entry again corrects it.
     *
     * @param left later than {@code entered}
     */
    public record Stay(String dealId, Instant entered, Instant left) {

        private boolean sameAs(Stay other) {
            return dealId.equals(other.dealId()) && entered.equals(other.entered());
        }
    }

    /** With a visit that has ended, or ended at another instant than was told before. */
    public StageVisits with(Stay stay) {
        List<Stay> after = new ArrayList<>(without(stay).latest());
        after.add(stay);
        after.sort(BY_END);
        return new StageVisits(List.copyOf(after.subList(Math.max(0, after.size() - MOST), after.size())));
    }

    /** Without a visit that never was, or has not ended after all. */
    public StageVisits without(Stay stay) {
        return new StageVisits(
                latest.stream().filter(other -> !other.sameAs(stay)).toList());
    }

    /** How many visits an average over the latest {@code of} rests on. */
    public int counted(int of) {
        return Math.min(of, latest.size());
    }

    /**
     * The average of the visits that ended last, in milliseconds.
     *
     * @param of over how many
     * @param from how many there must be
     * @return null when there are fewer
     */
    public Long averageMillis(int of, int from) {
        int counted = counted(of);
        if (counted == 0 || counted < from) {
            return null;
        }
        long sum = latest.subList(latest.size() - counted, latest.size()).stream()
                .mapToLong(stay -> Duration.between(stay.entered(), stay.left()).toMillis())
                .sum();
        return sum / counted;
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.list(latest, (to, stay) -> {
            to.text(stay.dealId());
            to.instant(stay.entered());
            to.instant(stay.left());
        });
    }

    public static StageVisits read(StateReader in) {
        in.version("visits of a stage", VERSION);
        return new StageVisits(in.list(from -> new Stay(from.text(), from.instant(), from.instant())));
    }
}
