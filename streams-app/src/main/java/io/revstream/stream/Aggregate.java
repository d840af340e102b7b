package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * An aggregate as the shell keeps it.
 *
 * @param state the decider's state
 * @param latest instant of the latest decision; {@link Instant#EPOCH} before the first
 * @param wakeUp when it wants to be woken, or null
 * @param seen hashes of the latest event ids, oldest first, by which duplicates are known
 */
record Aggregate<S>(S state, Instant latest, Instant wakeUp, long[] seen) {

    /** How many event ids an aggregate remembers: enough for the resends of a producer, bounded for a lead with a million activities. */
    static final int REMEMBERED = 128;

    private static final long[] NONE = {};

    static <S> Aggregate<S> fresh(S state) {
        return new Aggregate<>(state, Instant.EPOCH, null, NONE);
    }

    boolean hasSeen(String eventId) {
        long hash = hash(eventId);
        for (long one : seen) {
            if (one == hash) {
                return true;
            }
        }
        return false;
    }

    /** The event that was accepted last, as a short word; the same for all before the first. */
    String lastSeen() {
        return seen.length == 0 ? "0" : Long.toHexString(seen[seen.length - 1]);
    }

    Aggregate<S> after(String eventId, S next, Instant now, Instant nextWakeUp) {
        int drop = seen.length == REMEMBERED ? 1 : 0;
        long[] remembered = Arrays.copyOfRange(seen, drop, seen.length + 1);
        remembered[remembered.length - 1] = hash(eventId);
        return new Aggregate<>(next, now, nextWakeUp, remembered);
    }

    Aggregate<S> woken(S next, Instant now, Instant nextWakeUp) {
        return new Aggregate<>(next, now, nextWakeUp, seen);
    }

    /** FNV-1a with a final mix: 64 bits, so that among 128 ids a false duplicate is a matter of ages. */
    private static long hash(String eventId) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : eventId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
