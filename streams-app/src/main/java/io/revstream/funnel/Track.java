package io.revstream.funnel;

import io.revstream.events.LifecycleChanged;
import io.revstream.events.NurtureChanged;
import io.revstream.events.NurtureKind;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the topics have told of one lead. */
final class Track {

    String stage;
    String status;
    /** When it entered the stage in which it is active; null when it is in none. */
    Instant enteredAt;

    Instant knownAt;
    /** The latest decision was a rejection, and nobody has taken the lead up since. */
    boolean rejected;

    boolean everRejected;
    NurtureKind nurture;
    final SortedMap<Integer, Pass> passes = new TreeMap<>();

    Pass pass(int number) {
        return passes.computeIfAbsent(number, none -> new Pass());
    }

    /** A person decided that the lead leaves the hands of sales; what time archives nobody decides. */
    static boolean isRejection(LifecycleChanged event) {
        return event.getDecidedBy() != null && (is(event, "RECYCLED") || is(event, "ARCHIVED"));
    }

    static boolean is(LifecycleChanged event, String status) {
        return event.getStatus().equals(status);
    }

    boolean is(String standing, NurtureKind told) {
        return standing.equals(status) && nurture == told;
    }

    /** The re-nurture list is another matter: who is on it has not been rejected. */
    void nurtured(NurtureChanged event) {
        switch (event.getKind()) {
            case RECYCLED, ENROLLED, ARCHIVED -> nurture = event.getKind();
            case REENGAGE, RENURTURE_LISTED, RENURTURE_UNLISTED, UNKNOWN -> {
                // Whoever is taken up again stays where he is until he is promoted.
            }
        }
    }
}
