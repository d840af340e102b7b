package io.revstream.pipeline;

import io.revstream.events.DealAlert;
import java.util.List;

/**
 * Something that is wrong with a deal.
 *
 * @param items what it names: the stages skipped, the fields missing
 * @param because in words
 */
public record Finding(Kind kind, List<String> items, String because) {

    /** What is wrong. */
    public enum Kind {
        STAGES_SKIPPED("stages-skipped"),
        PUSHED_WITHOUT_REASON("pushed-without-reason"),
        FORECAST_REVIEW("forecast-review"),
        FIELDS_MISSING("fields-missing"),
        UNKNOWN_STAGE("unknown-stage"),
        MOVED_BACKWARD("moved-backward"),
        STALE_IN_STAGE("stale-in-stage");

        private final String alert;

        Kind(String alert) {
            this.alert = alert;
        }
    }

    /** The alert that says so, without its envelope. */
    public DealAlert alert(String dealId, DealStanding deal) {
        return DealAlert.newBuilder()
                .setDealId(dealId)
                .setLeadId(deal.leadId())
                .setOwnerId(deal.ownerId())
                .setAlert(kind.alert)
                .setStage(deal.stage() == null ? "" : deal.stage())
                .setItems(items)
                .setPushes(deal.pushes())
                .setBecause(because)
                .build();
    }
}
