package io.revstream.lead;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has the lead in its current pass.
 *
 * @param round how many times routing was asked for in this pass; 0 before the first
 * @param teamId null until it was routed
 * @param ownerId null until it was assigned, while it waits in a queue, and once it was taken away
 * @param held true while it counts towards the open leads of the owner, or waits in the team's queue
 * @param awaitedSince since when a rep is being found for it, by the team or in its queue; null when none is
 * @param meeting kind of the meeting of which nobody was told yet in whose calendar it belongs; null for none
 * @param because how the owner or the queue was found, in words; null until it was
 * @param former earlier owners of this pass, who are not to get it again
 */
public record Ownership(
        int round,
        String teamId,
        String ownerId,
        boolean held,
        Instant awaitedSince,
        String meeting,
        String because,
        List<String> former) {

    public static final Ownership NONE = new Ownership(0, null, null, false, null, null, null, List.of());

    private static final int VERSION = 1;

    public Ownership {
        former = List.copyOf(former);
    }

    /** Routing is asked for once more. Until it is answered, the lead stays with its owner, or in its queue. */
    Ownership asked(Instant at) {
        return new Ownership(
                round + 1, teamId, ownerId, held, awaitedSince == null ? at : awaitedSince, meeting, because, former);
    }

    /** The owner has lost it: he is a former one. */
    Ownership takenAway() {
        List<String> all = new ArrayList<>(former);
        if (ownerId != null && !all.contains(ownerId)) {
            all.add(ownerId);
        }
        return new Ownership(round, teamId, null, held, awaitedSince, meeting, because, all);
    }

    /**
     * The lead is with a team.
     *
     * @param owner null when it waits in the team's queue
     * @param how in words
     */
    Ownership assigned(String team, String owner, String how) {
        return new Ownership(round, team, owner, true, owner == null ? awaitedSince : null, meeting, how, former);
    }

    /** It counts no longer towards the open leads of its owner, or has left the queue. */
    Ownership released() {
        return new Ownership(round, teamId, ownerId, false, held ? null : awaitedSince, meeting, because, former);
    }

    /** Nobody is to have it any more. */
    Ownership ended() {
        return new Ownership(round, teamId, ownerId, false, null, null, because, former);
    }

    /** A meeting belongs in the calendar of its owner; null once he was told. */
    Ownership meeting(String kind) {
        return new Ownership(round, teamId, ownerId, held, awaitedSince, kind, because, former);
    }

    /** Whether it waits in the queue of its team. */
    boolean isQueued() {
        return held && ownerId == null;
    }

    /** Whether a rep is being found for it. */
    boolean isAwaited() {
        return awaitedSince != null;
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.unsigned(round);
        out.optionalText(teamId);
        out.optionalText(ownerId);
        out.flag(held);
        out.optionalInstant(awaitedSince);
        out.optionalText(meeting);
        out.optionalText(because);
        out.list(former, StateWriter::text);
    }

    static Ownership read(StateReader in) {
        in.version("an ownership", VERSION);
        return new Ownership(
                Math.toIntExact(in.unsigned()),
                in.optionalText(),
                in.optionalText(),
                in.flag(),
                in.optionalInstant(),
                in.optionalText(),
                in.optionalText(),
                in.list(StateReader::text));
    }
}
