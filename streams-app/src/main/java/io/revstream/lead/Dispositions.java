package io.revstream.lead;

import io.revstream.events.DispositionKind;
import io.revstream.events.LeadDisposition;
import io.revstream.lifecycle.Advance;
import io.revstream.lifecycle.Move;
import io.revstream.lifecycle.Rejection;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import java.util.Set;

/** What people decide about a lead. */
final class Dispositions {

    private Dispositions() {}

    static void decided(LeadDraft draft, LeadDisposition disposition) {
        switch (disposition.getDecision()) {
            case ACCEPT -> accept(draft, disposition);
            case REJECT, DISQUALIFY -> reject(draft, disposition);
            case MOVE -> move(draft, disposition);
            case QUALIFY -> Qualifying.qualify(draft, disposition);
            case UNKNOWN -> draft.refuse("Expected a decision that is known here, but found one of a newer schema");
        }
    }

    private static void accept(LeadDraft draft, LeadDisposition disposition) {
        if (!draft.standing.openToSales()) {
            draft.refuse("Expected a promoted lead to accept, but this one is " + standing(draft));
            return;
        }
        Routing.release(draft, "accepted");
        Stages.become(draft, draft.standing.accepted(draft.now, draft.policy.lifecycle()), "accepted", disposition);
        Clocks.answered(draft, "accepted by " + disposition.getDecidedBy());
    }

    private static void reject(LeadDraft draft, LeadDisposition disposition) {
        Rejection rejection =
                Rejection.check(disposition, draft.policy.rejection(), draft.engagement, draft.standing.mqlAt());
        if (rejection.refusal() != null) {
            draft.refuse(rejection.refusal());
            return;
        }
        if (!draft.standing.openToSales()) {
            draft.refuse("Expected a promoted lead to reject, but this one is " + standing(draft));
            return;
        }
        Stages.become(
                draft,
                draft.standing.rejected(
                        rejection.reasonCode(), rejection.outcome(), draft.now, draft.policy.lifecycle()),
                disposition.getDecision() == DispositionKind.DISQUALIFY ? "disqualified" : "rejected",
                disposition);
        Clocks.answered(draft, "rejected by " + disposition.getDecidedBy());
        Clocks.cancelled(draft, "rejected by " + disposition.getDecidedBy());
        switch (rejection.outcome()) {
            case NURTURE -> Recycles.begin(draft);
            case ARCHIVE -> Recycles.archived(draft, "rejected");
        }
    }

    private static void move(LeadDraft draft, LeadDisposition disposition) {
        if (Qualifying.isNotYet(draft, disposition.getStage())) {
            Qualifying.promote(draft, disposition);
            return;
        }
        LifecycleRules rules = draft.policy.lifecycle();
        Appraisal.know(draft);
        Move move = Move.check(disposition, draft.standing, draft.gates(), rules);
        if (move.refusal() != null) {
            draft.refuse(move.refusal());
            return;
        }
        Set<String> open = Advance.open(draft.gates(), rules);
        Stages.become(draft, draft.standing.moved(move.stage(), open, draft.now, rules), "moved", disposition);
    }

    private static String standing(LeadDraft draft) {
        Status status = draft.standing.status();
        return draft.standing.stage() + ", " + status;
    }
}
