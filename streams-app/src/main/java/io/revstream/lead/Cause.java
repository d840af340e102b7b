package io.revstream.lead;

import io.revstream.events.DealFact;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.stream.Input;

/**
 * What an input says that leads a lead on.
 *
 * @param word in a word of the published events
 * @param by the person's decision; null when nobody decided
 */
record Cause(String word, LeadDisposition by) {

    static Cause of(Input input) {
        if (input.event() instanceof DealFact deal) {
            return new Cause(deal(deal), null);
        }
        if (input.event() instanceof LeadEvent told) {
            LeadDisposition decided = told.getDisposition();
            if (decided != null && decided.getDecision() == DispositionKind.ACCEPT) {
                return new Cause("accepted", decided);
            }
            if (decided != null && decided.getDecision() == DispositionKind.QUALIFY) {
                return new Cause("qualified", decided);
            }
            if (decided == null) {
                return new Cause("fields-known", null);
            }
        }
        return new Cause("gate-met", null);
    }

    private static String deal(DealFact deal) {
        return switch (deal.getOutcome()) {
            case OPEN -> "deal-opened";
            case WON -> "deal-won";
            case LOST -> "deal-lost";
            case UNKNOWN -> "gate-met";
        };
    }
}
