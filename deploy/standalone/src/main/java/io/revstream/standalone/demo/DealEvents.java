package io.revstream.standalone.demo;

import io.revstream.events.DealChanged;
import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.events.LeadAssigned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What the CRM tells of deals. */
final class DealEvents {

    private DealEvents() {}

    static DealEvent opened(
            String eventId, LeadAssigned lead, int value, LocalDate close, Map<String, String> more, Instant at) {
        DealFields fields = DealFields.newBuilder()
                .setLeadId(lead.getLeadId())
                .setAccountId(lead.getAccountId())
                .setOwnerId(lead.getOwnerId())
                .setName("Deal with " + lead.getAccountId())
                .setValue(BigDecimal.valueOf(value).setScale(2))
                .setCloseDate(close)
                .setForecastCategory("pipeline")
                .setMore(more)
                .build();
        return event(eventId, at)
                .setCreated(new DealCreated("Qualified", fields))
                .build();
    }

    static DealEvent moved(String eventId, String stage, Map<String, String> more, Instant at) {
        DealFields fields = DealFields.newBuilder().setMore(more).build();
        return event(eventId, at)
                .setStageChanged(new DealStageChanged(stage, fields))
                .build();
    }

    static DealEvent lost(String eventId, String reason, Instant at) {
        DealFields fields = DealFields.newBuilder().setLossReason(reason).build();
        return event(eventId, at)
                .setStageChanged(new DealStageChanged("Closed Lost", fields))
                .build();
    }

    /**
     * The close date moves.
     *
     * @param reason null when nobody says why
     */
    static DealEvent pushed(String eventId, LocalDate close, String reason, Instant at) {
        DealFields fields = DealFields.newBuilder()
                .setCloseDate(close)
                .setPushReason(reason)
                .build();
        return event(eventId, at).setChanged(new DealChanged(fields)).build();
    }

    private static DealEvent.Builder event(String eventId, Instant at) {
        return DealEvent.newBuilder().setEventId(eventId).setOccurredAt(at).setSource("demo/crm");
    }
}
