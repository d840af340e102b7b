package io.revstream.app.cli;

import io.revstream.app.DealJson;
import io.revstream.app.Events;
import io.revstream.app.Topologies;
import io.revstream.deal.DealExplanation;
import io.revstream.deal.DealState;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code explain deal} prints. */
class DealTextTest {

    /** A Monday, 9 o'clock in New York. */
    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");

    private static final Policy POLICY = Presets.policy("mid-market");

    private final VirtualPipeline pipeline = new VirtualPipeline(
            Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(), one -> {});

    @Test
    void whereItStandsHowLongAndWhatItIsTimedBy() {
        pipeline.adopt(POLICY, MONDAY_9AM.minus(Duration.ofDays(1)));
        pipeline.publish(Catalogue.DEALS, "d1", Events.deal("d1", "ada", MONDAY_9AM), MONDAY_9AM);
        Instant tuesday = MONDAY_9AM.plus(Duration.ofDays(1));
        DealEvent moved = DealEvent.newBuilder()
                .setEventId("moved")
                .setOccurredAt(tuesday)
                .setSource("test")
                .setStageChanged(DealStageChanged.newBuilder()
                        .setStage("Discovery")
                        .setFields(DealFields.newBuilder().setOwnerId("dana").build())
                        .build())
                .build();
        pipeline.publish(Catalogue.DEALS, "d1", moved, tuesday);
        Instant now = tuesday.plus(Duration.ofHours(30));
        pipeline.advanceTo(now);

        assertThat(text(now)).isEqualToNormalizingNewlines("""
                Deal d1 at 2026-03-04T20:00:00Z, by policy mid-market-1
                  owner     dana
                  lead      ada
                  closes    2027-01-29, pushed 0 times
                  stage     Discovery, for 30.0h
                    Qualified            from 2026-03-02T14:00:00Z to 2026-03-03T14:00:00Z
                    Discovery            from 2026-03-03T14:00:00Z
                  stale     no, after 14.00 days: from 2026-03-17T14:00:00Z
                  clock     stage-advance since 2026-03-03T14:00:00Z, due 2026-06-01T14:00:00Z
                    owner   since 2026-03-03T14:00:00Z
                    next    not-advanced (BREACHED) at 2026-06-01T14:00:00Z, tells owner dana
                """);
    }

    private String text(Instant now) {
        DealState deal = (DealState) pipeline.state("deal", "d1");
        return DealText.of(DealJson.of(DealExplanation.of(deal, POLICY, now)).put("policyVersion", POLICY.version()));
    }
}
