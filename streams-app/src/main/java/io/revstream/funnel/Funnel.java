package io.revstream.funnel;

import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Folds decisions into the funnel. Events of one lead come in the order of each topic, and the topics in any order among each other. For
 * one thread.
 */
public final class Funnel {

    static final String NO_CODE = "none";

    private final Instant since;
    private final int most;
    private final Map<String, Track> leads = new HashMap<>();
    private final Map<String, Visits> visits = new HashMap<>();
    private boolean overflowed;

    /**
     * An empty funnel.
     *
     * @param since visits, promotions and rejections before it do not count; null for none
     * @param most how many leads it follows: beyond, it gives up
     */
    public Funnel(Instant since, int most) {
        this.since = since;
        this.most = most;
    }

    /** Whether there were more leads than it follows: then its figures are none. */
    public boolean overflowed() {
        return overflowed;
    }

    /** Takes in an event; one of no concern changes nothing. */
    public void add(SpecificRecordBase event) {
        if (event instanceof LifecycleChanged changed) {
            changed(changed);
        } else if (event instanceof MqlPromoted promoted) {
            Track track = track(promoted.getLeadId());
            if (track != null) {
                track.pass(promoted.getPass()).promoted(promoted);
            }
        } else if (event instanceof NurtureChanged nurture) {
            Track track = track(nurture.getLeadId());
            if (track != null) {
                track.nurtured(nurture);
            }
        }
    }

    /**
     * The figures.
     *
     * @param stages names of the policy's stages, first to last
     * @param at what is taken for now
     */
    public FunnelFigures figures(List<String> stages, Instant at) {
        return new Reckoning(since, at, stages, leads, visits).figures();
    }

    private void changed(LifecycleChanged event) {
        Track track = track(event.getLeadId());
        if (track == null) {
            return;
        }
        Instant at = event.getOccurredAt();
        boolean active = Track.is(event, "ACTIVE");
        if (track.knownAt == null) {
            track.knownAt = at;
        }
        leave(track, event, active);
        answer(track, event, active);
        if (active && track.enteredAt == null) {
            track.enteredAt = at;
            if (counts(at)) {
                visits(event.getStage()).entered++;
            }
        }
        track.stage = event.getStage().intern();
        track.status = event.getStatus().intern();
    }

    /** A visit ends when the lead goes to another stage, is active no longer, or begins its next pass. */
    private void leave(Track track, LifecycleChanged event, boolean active) {
        if (track.enteredAt == null) {
            return;
        }
        boolean moved = !event.getStage().equals(track.stage);
        if (active && !moved) {
            return;
        }
        if (counts(track.enteredAt)) {
            long millis =
                    Duration.between(track.enteredAt, event.getOccurredAt()).toMillis();
            if (active) {
                visits(track.stage).leftFor(event.getStage(), millis);
            } else {
                visits(track.stage).lost.add(millis);
            }
        }
        track.enteredAt = null;
    }

    /** Sales accepts by saying so, or by taking a promoted lead to a further stage. */
    private static void answer(Track track, LifecycleChanged event, boolean active) {
        Pass pass = track.pass(event.getPass());
        if (Track.isRejection(event)) {
            pass.rejected(event.getOccurredAt(), event.getReasonCode(), Track.is(event, "RECYCLED"));
            track.rejected = true;
            track.everRejected = true;
            return;
        }
        track.rejected = track.rejected && (Track.is(event, "RECYCLED") || Track.is(event, "ARCHIVED"));
        String because = event.getBecause();
        if (because.equals("promoted")) {
            pass.offered = true;
            return;
        }
        boolean takes = because.equals("accepted")
                || (!because.equals("moved") && !event.getStage().equals(track.stage));
        if (active && pass.offered && takes) {
            pass.accepted(event.getOccurredAt());
        }
    }

    private boolean counts(Instant at) {
        return since == null || !at.isBefore(since);
    }

    private Visits visits(String stage) {
        return visits.computeIfAbsent(stage, none -> new Visits());
    }

    /** Null when there are too many. */
    private Track track(String lead) {
        Track track = leads.get(lead);
        if (track == null && leads.size() < most) {
            track = new Track();
            leads.put(lead, track);
        }
        overflowed |= track == null;
        return track;
    }
}
