package io.revstream.state;

import java.time.Instant;
import java.util.Comparator;

/**
 * An event as state remembers it. Ordered by instant, then id: of two events the later one wins in whichever order they arrive.
 *
 * @param at when it happened in the world
 * @param eventId its id
 */
public record Occurrence(Instant at, String eventId) implements Comparable<Occurrence> {

    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing(Occurrence::at).thenComparing(Occurrence::eventId);

    @Override
    public int compareTo(Occurrence other) {
        return ORDER.compare(this, other);
    }

    /** Whether it is the later of the two; true when there is no other. */
    public boolean isAfter(Occurrence other) {
        return other == null || compareTo(other) > 0;
    }

    public void write(StateWriter out) {
        out.instant(at);
        out.text(eventId);
    }

    public static Occurrence read(StateReader in) {
        return new Occurrence(in.instant(), in.text());
    }
}
