package io.revstream.lead;

import io.revstream.account.AccountTopology;
import io.revstream.app.Events;
import io.revstream.deal.DealTopology;
import io.revstream.events.DealEvent;
import io.revstream.events.DealStageChanged;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.lifecycle.StageEntry;
import io.revstream.lifecycle.Standing;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeadDatesTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final Policy MID_MARKET = Presets.policy("mid-market");

    private final VirtualPipeline pipeline = new VirtualPipeline(
            List.of(LeadTopology.LEAD, AccountTopology.ACCOUNT, DealTopology.DEAL), published -> {});

    @Test
    @Tag("LIF-18")
    void eachStageEntryAndTheDatesOfPromotionContactRecyclingMeetingAndCustomerAreKept() {
        pipeline.adopt(MID_MARKET, Instant.EPOCH);
        pipeline.publish(Catalogue.LEADS, "ada", Events.perfectFit("ada", day(0)), day(0));
        pipeline.publish(Catalogue.ACTIVITIES, "ada", Events.prospect("demo-1", "DEMO_REQUEST", null, day(1)), day(1));
        pipeline.publish(Catalogue.ACTIVITIES, "ada", Events.call("call-1", "dana", day(2)), day(2));
        pipeline.publish(Catalogue.LEADS, "ada", rejected(day(3)), day(3));
        pipeline.publish(
                Catalogue.ACTIVITIES, "ada", Events.prospect("demo-2", "DEMO_REQUEST", null, day(40)), day(40));
        pipeline.publish(Catalogue.ACTIVITIES, "ada", Events.call("call-2", "dana", day(41)), day(41));
        pipeline.publish(
                Catalogue.ACTIVITIES, "ada", Events.prospect("meeting", "MEETING_BOOKED", null, day(42)), day(42));
        pipeline.publish(Catalogue.LEADS, "ada", Events.accepted("ada", "dana", day(43)), day(43));
        pipeline.publish(Catalogue.DEALS, "d1", Events.deal("d1", "ada", day(44)), day(44));
        pipeline.publish(Catalogue.DEALS, "d1", won(day(60)), day(60));

        Standing standing = ((LeadState) pipeline.state("lead", "ada")).standing();

        assertThat(standing.entered())
                .containsEntry("Lead", new StageEntry(day(0), day(0)))
                .containsEntry("MQL", new StageEntry(day(1), day(40)))
                .containsEntry("SQL", new StageEntry(day(43), day(43)))
                .containsEntry("Opportunity", new StageEntry(day(44), day(44)))
                .containsEntry("Customer", new StageEntry(day(60), day(60)));
        assertThat(standing.mqlAt()).isEqualTo(day(40));
        assertThat(standing.firstContactAt()).isEqualTo(day(41));
        assertThat(standing.recycledAt()).isEqualTo(day(3));
        assertThat(standing.meetingBookedAt()).isEqualTo(day(42));
        assertThat(standing.customerSince(MID_MARKET.lifecycle())).isEqualTo(day(60));
    }

    private static Instant day(int days) {
        return MONDAY_9AM.plus(Duration.ofDays(days));
    }

    private static LeadEvent rejected(Instant at) {
        return Events.lead("rejected", at)
                .setDisposition(LeadDisposition.newBuilder()
                        .setDecision(DispositionKind.REJECT)
                        .setDecidedBy("dana")
                        .setReasonCode("QUAL-01")
                        .build())
                .build();
    }

    private static DealEvent won(Instant at) {
        return DealEvent.newBuilder()
                .setEventId("won-d1")
                .setOccurredAt(at)
                .setSource("test")
                .setStageChanged(
                        DealStageChanged.newBuilder().setStage("Closed Won").build())
                .build();
    }
}
