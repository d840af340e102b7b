package io.revstream.lead;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ContactFact;
import io.revstream.events.DealFact;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEvent;
import io.revstream.events.RepFact;
import io.revstream.policy.Policy;
import io.revstream.state.Occurrence;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Rescoring;
import io.revstream.stream.WakeUp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides for a lead. Each input first changes what is known, and may move clocks or stages by itself; then the lead is appraised: stage
 * by facts, score, promotion.
 */
public final class LeadDecider implements Decider<LeadState> {

    /** The kind of activity whose date is kept (LIF-18). */
    private static final String MEETING_BOOKED = "MEETING_BOOKED";

    @Override
    public LeadState initial(String key) {
        return LeadState.unknown(key);
    }

    @Override
    public Decision<LeadState> decide(LeadState state, Input input, Instant now, Policy policy) {
        return decide(state, input, now, policy, null);
    }

    @Override
    public Decision<LeadState> decide(LeadState state, Input input, Instant now, Policy policy, Policy challenger) {
        if (input.event() instanceof Rescoring && !state.live()) {
            // Its time is still that of the imported history.
            return Decision.nothing(state);
        }
        LeadDraft draft = new LeadDraft(state, input, now, policy);
        draft.challenger = challenger;
        Object event = input.event();
        if (event instanceof ActivityEvent activity) {
            happened(draft, activity);
        } else if (event instanceof LeadEvent told) {
            told(draft, told);
        } else if (event instanceof LeadAssigned assigned) {
            Routing.assigned(draft, assigned);
        } else if (event instanceof DealFact deal) {
            Deals.moved(draft, deal);
        } else if (event instanceof ContactFact fact) {
            if (!AccountTies.told(draft, fact)) {
                return draft.decision();
            }
        } else if (event instanceof RepFact fact) {
            if (!Routing.isOfOwner(draft, fact)) {
                return Decision.nothing(state);
            }
            Clocks.changed(draft, fact);
        } else if (event instanceof WakeUp) {
            Suspects.due(draft);
            Clocks.due(draft);
        } else if (event instanceof Rescoring) {
            Clocks.recalendared(draft);
        } else {
            throw new IllegalArgumentException("Expected an input of a lead, but found " + event.getClass());
        }
        if (!draft.isRefused()) {
            Recycles.due(draft);
            Appraisal.appraise(draft);
            Recycles.settle(draft);
            Shadows.compare(draft);
        }
        return draft.decision();
    }

    /** A lead's score, stage by facts and promotion follow from the policy. */
    @Override
    public boolean isRescored() {
        return true;
    }

    /**
     * The next step of a clock, change of the score by time, timer of the recycling, end of idleness, end of a wait for the account or
     * for a verdict, or end of the time for which the account counts the lead's engagement, whichever is earliest.
     */
    @Override
    public Instant wakeAt(LeadState state) {
        if (!state.live()) {
            return null;
        }
        return Stream.of(
                        state.clocks().nextDue(),
                        state.nextScoreChange(),
                        state.recycling().nextDue(),
                        state.standing().idleAt(),
                        state.account().heldUntil(),
                        state.account().lapsesAt(),
                        state.quarantine().nextDue())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void happened(LeadDraft draft, ActivityEvent activity) {
        draft.seen(activity.getOccurredAt());
        UnknownKinds.saw(draft, activity);
        Suspects.saw(draft, activity).forEach(counted -> counts(draft, counted));
    }

    /** What a person did, now or before it was believed. */
    private static void counts(LeadDraft draft, ActivityEvent activity) {
        draft.engagement = draft.engagement.with(activity);
        AccountTies.visited(draft, activity);
        if (activity.getBy() == ActivityBy.REP && draft.standing.mqlAt() != null) {
            draft.standing = draft.standing.contacted(activity.getOccurredAt());
        }
        if (MEETING_BOOKED.equals(activity.getKind())) {
            draft.standing = draft.standing.meetingBooked(activity.getOccurredAt());
        }
        Meetings.happened(draft, activity);
        Clocks.happened(draft, activity);
    }

    private static void told(LeadDraft draft, LeadEvent told) {
        int payloads = (told.getCaptured() == null ? 0 : 1)
                + (told.getEnriched() == null ? 0 : 1)
                + (told.getDisposition() == null ? 0 : 1)
                + (told.getObserved() == null ? 0 : 1)
                + (told.getVerdict() == null ? 0 : 1);
        if (payloads != 1) {
            draft.refuse("Expected exactly one of captured, enriched, disposition, observed and verdict, but found "
                    + payloads);
        } else if (told.getDisposition() != null) {
            Dispositions.decided(draft, told.getDisposition());
        } else if (told.getObserved() != null) {
            Copies.observed(draft, told.getObserved());
        } else if (told.getVerdict() != null) {
            Suspects.judged(draft, told.getVerdict(), new Occurrence(told.getOccurredAt(), told.getEventId()))
                    .forEach(admitted -> counts(draft, admitted));
        } else {
            LeadAttributes attributes = told.getCaptured() != null
                    ? told.getCaptured().getAttributes()
                    : told.getEnriched().getAttributes();
            draft.seen(told.getOccurredAt());
            Occurrence event = new Occurrence(told.getOccurredAt(), told.getEventId());
            draft.learn(draft.profile.with(attributes, event));
            if (told.getCaptured() != null) {
                String how = told.getCaptured().getHow().name();
                draft.learn(draft.profile.stating(
                        "captureKind", how.toLowerCase(Locale.ROOT).replace('_', '-'), event));
            }
        }
    }
}
