package io.revstream.lead;

import io.revstream.lifecycle.Qualification;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import io.revstream.scoring.Scorecard;

/**
 * The re-nurture list: leads in the hands of sales whose score has fallen under what their model asks for. They stay where they stand
 * (LIF-13).
 */
final class Renurture {

    private Renurture() {}

    /** A lead whose score was never there, such as one that was promoted by a demo request, has not fallen. */
    static void look(LeadDraft draft, Scorecard score, boolean customer) {
        boolean above = Qualification.reached(score);
        boolean counts = counts(draft, customer);
        boolean was = draft.recycling.listed();
        boolean listed = counts && !above && (was || draft.recycling.above());
        draft.recycling = draft.recycling.looked(above, listed);
        if (listed != was) {
            Nurture.sayListed(draft, listed, listed ? "fell" : counts ? "recovered" : "left", score);
        }
    }

    private static boolean counts(LeadDraft draft, boolean customer) {
        LifecycleRules rules = draft.policy.lifecycle();
        return draft.standing.status() == Status.ACTIVE
                && !customer
                && rules.rank(draft.standing.stage()) >= rules.rank(rules.promoted());
    }
}
