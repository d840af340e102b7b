package io.revstream.deal;

import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.pipeline.StageVisits.Stay;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.sla.RunningClock;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StageAveragesTest {

    private static final Instant MONDAY = Instant.parse("2026-10-19T13:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-10T13:00:00Z");

    private final Policy policy = Presets.policy("mid-market");

    @Test
    void visitsComeToTheSameInWhateverOrderTheMovesAreReported() {
        List<DealEvent> moves = new ArrayList<>(List.of(
                moved(0, "Discovery"),
                moved(2, "Demo"),
                moved(3, "Demo"), // told again
                moved(5, "Discovery"),
                moved(9, "Proposal"),
                moved(9, "Negotiation"),
                moved(12, "Closed Lost")));
        List<Stay> discovery = List.of(stay(0, 2), stay(5, 9));
        List<Stay> demo = List.of(stay(2, 5));
        List<Stay> proposal = List.of(stay(9, 12)); // of two at one instant the ids decide
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(moves, random);
            VirtualPipeline pipeline = report(moves);
            assertThat(visits(pipeline, "Discovery")).as("%s", moves).isEqualTo(discovery);
            assertThat(visits(pipeline, "Demo")).isEqualTo(demo);
            assertThat(visits(pipeline, "Proposal")).isEqualTo(proposal);
            assertThat(visits(pipeline, "Negotiation"))
                    .as("passed through in no time")
                    .isEmpty();
        }
    }

    @Test
    void aDealThatIsToldAgainAndAgainKeepsTheEntryOfItsStage() {
        List<DealEvent> moves = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            moves.add(moved(day * 0.2, "Discovery"));
        }
        moves.add(moved(20, "Demo"));
        assertThat(visits(report(moves), "Discovery")).containsExactly(stay(0, 20));
    }

    @Test
    void aDealCannotTakeTheKeyOfAStage() {
        VirtualPipeline pipeline = new VirtualPipeline(List.of(DealTopology.DEAL), published -> {});
        pipeline.adopt(policy, MONDAY);
        assertThat(pipeline.publish(Catalogue.DEALS, "stage/Demo", moved(0, "Demo"), NOVEMBER))
                .extracting(VirtualPipeline.Refusal::reason)
                .containsExactly("Expected a fact of a stage, but the key begins like that of one");
    }

    @Test
    void aDealIsExplainedWithItsDaysItsThresholdAndItsClocks() {
        VirtualPipeline pipeline = report(List.of(moved(0, "Demo"), moved(20, "Discovery")));
        DealState deal = (DealState) pipeline.state("deal", "d1");
        DealExplanation explained = DealExplanation.of(deal, policy, day(23));
        assertThat(explained.inStage()).isEqualTo(Duration.ofDays(3));
        assertThat(explained.threshold().millis()).isEqualTo(Duration.ofDays(14).toMillis());
        assertThat(explained.staleFrom()).isEqualTo(day(34));
        assertThat(explained.stale()).isFalse();
        assertThat(explained.clocks())
                .extracting(RunningClock::name)
                .containsExactly("stage-advance", "proposal-delivery");
        pipeline.advanceTo(day(40));
        DealState later = (DealState) pipeline.state("deal", "d1");
        assertThat(DealExplanation.of(later, policy, day(40)).stale()).isTrue();
    }

    private VirtualPipeline report(List<DealEvent> moves) {
        VirtualPipeline pipeline = new VirtualPipeline(List.of(DealTopology.DEAL), published -> {});
        pipeline.adopt(policy, MONDAY);
        Instant at = NOVEMBER;
        for (DealEvent move : moves) {
            at = at.plusSeconds(1);
            assertThat(pipeline.publish(Catalogue.DEALS, "d1", move, at)).isEmpty();
        }
        return pipeline;
    }

    private static List<Stay> visits(VirtualPipeline pipeline, String stage) {
        StageState state = (StageState) pipeline.state("deal", "stage/" + stage);
        return state == null ? List.of() : state.visits().latest();
    }

    private static Stay stay(int from, int until) {
        return new Stay("d1", day(from), day(until));
    }

    private static Instant day(double days) {
        return MONDAY.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private static DealEvent moved(double day, String stage) {
        DealFields fields = DealFields.newBuilder().build();
        DealEvent.Builder event = DealEvent.newBuilder()
                .setEventId(stage + "-" + day)
                .setOccurredAt(day(day))
                .setSource("crm");
        return day == 0
                ? event.setCreated(new DealCreated(stage, fields)).build()
                : event.setStageChanged(new DealStageChanged(stage, fields)).build();
    }
}
