package io.revstream.lead;

import io.revstream.events.DealFact;
import io.revstream.lifecycle.Standing;
import io.revstream.policy.Facts;
import io.revstream.policy.LifecycleRules;
import io.revstream.sla.SlaTerms;

/** How the deals of a lead move it. */
final class Deals {

    private Deals() {}

    static void moved(LeadDraft draft, DealFact deal) {
        LifecycleRules rules = draft.policy.lifecycle();
        Standing standing = draft.standing;
        switch (deal.getOutcome()) {
            case OPEN -> become(draft, standing.dealOpened(draft.now, rules), "deal-opened");
            case WON -> become(draft, standing.dealWon(draft.now, rules), "deal-won");
            case LOST -> become(draft, standing.dealLost(deal.getLossReason(), draft.now, rules), "deal-lost");
            case UNKNOWN -> draft.refuse("Expected an outcome that is known here, but found one of a newer schema");
        }
    }

    /**
     * Customers are not promoted (MQL-07): those who stand at the customer stage or beyond, those of whom it was told, and the contacts
     * of an account that is one.
     */
    static boolean isCustomer(Standing standing, Facts facts, LifecycleRules rules) {
        return rules.rank(standing.stage()) >= rules.rank(rules.dealWon())
                || facts.words("customer").contains("true")
                || facts.words("customerAccount").contains("true");
    }

    private static void become(LeadDraft draft, Standing after, String because) {
        if (after.equals(draft.standing) || after.stage() == null) {
            return;
        }
        Stages.become(draft, after, because);
        Routing.release(draft, because);
        if (draft.acts()) {
            Clocks.apply(draft, draft.clocks.cancelled(SlaTerms.of(draft.policy), because, draft.now));
        }
    }
}
