package io.revstream.lead;

import io.revstream.events.NurtureChanged;
import io.revstream.events.NurtureKind;
import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.policy.RejectionRules;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;

/** Tells what becomes of leads outside the hands of sales. */
final class Nurture {

    private Nurture() {}

    /** @param trigger what takes the lead up again, or did, in words; null for nothing */
    static void say(LeadDraft draft, NurtureKind kind, String trigger) {
        RejectionRules.Nurture nurture = draft.policy.rejection().recycling();
        draft.say(
                Catalogue.NURTURE,
                event(draft, kind, trigger)
                        .setSequence(nurture == null || kind == NurtureKind.ARCHIVED ? null : nurture.sequence())
                        .build());
    }

    static void sayListed(LeadDraft draft, boolean listed, String trigger, Scorecard card) {
        draft.say(
                Catalogue.NURTURE,
                event(draft, listed ? NurtureKind.RENURTURE_LISTED : NurtureKind.RENURTURE_UNLISTED, trigger)
                        .setReasonCode(null)
                        .setTotal(Scorecard.points(card.total()))
                        .setThreshold(Scorecard.points(card.threshold()))
                        .build());
    }

    private static NurtureChanged.Builder event(LeadDraft draft, NurtureKind kind, String trigger) {
        Standing standing = draft.standing;
        boolean active = standing.status() == Status.ACTIVE;
        return NurtureChanged.newBuilder()
                .setLeadId(draft.id)
                .setPass(standing.pass())
                .setKind(kind)
                .setReasonCode(active ? null : standing.rejectionReason())
                .setRecycledAt(active ? null : standing.recycledAt())
                .setWakeAt(draft.recycling.wakeAt())
                .setTrigger(trigger)
                .setSequence(null)
                .setTotal(null)
                .setThreshold(null);
    }
}
