package io.revstream.lead;

import io.revstream.events.DealFact;
import io.revstream.events.DealOutcome;
import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.policy.Facts;
import io.revstream.policy.LifecycleRules;

/** How the deals of a lead move it. */
final class Deals {

    private Deals() {}

    static void moved(LeadDraft draft, DealFact fact) {
        DealView before = draft.deal;
        draft.deal = DealView.of(fact);
        if (fact.getOutcome() == DealOutcome.UNKNOWN) {
            draft.refuse("Expected an outcome that is known here, but found one of a newer schema");
        } else if (!before.isAt(fact)) {
            follow(draft, fact);
        }
    }

    /**
     * Customers are not promoted (MQL-07): those who stand at the customer stage or beyond, those of whom it was told, and the contacts
     * of an account that is one.
     */
    static boolean isCustomer(Standing standing, Facts facts, LifecycleRules rules) {
        return standing.isCustomer(rules)
                || facts.words("customer").contains("true")
                || facts.words("customerAccount").contains("true");
    }

    private static void lost(LeadDraft draft, DealFact fact, LifecycleRules rules) {
        Status before = draft.standing.status();
        Stages.become(draft, draft.standing.dealLost(fact.getLossReason(), draft.now, rules), "deal-lost");
        if (draft.standing.status() == Status.RECYCLED && before != Status.RECYCLED) {
            Recycles.begin(draft);
        }
    }

    /** The deal moved: one that is open or won takes the lead up, whatever became of it before, and gates lead it on. */
    private static void follow(LeadDraft draft, DealFact fact) {
        LifecycleRules rules = draft.policy.lifecycle();
        Standing before = draft.told;
        if (fact.getOutcome() == DealOutcome.LOST) {
            lost(draft, fact, rules);
        } else {
            draft.standing = draft.standing.takenUp(rules);
        }
        Stages.advance(draft);
        if (!draft.told.equals(before)) {
            String because = Cause.of(draft.input).word();
            Routing.release(draft, because);
            Clocks.taken(draft, because);
        }
    }
}
