package io.revstream.lead;

import io.revstream.account.AccountTopology;
import io.revstream.app.Events;
import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.events.ClockChange;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import io.revstream.team.TeamTopology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a promotion does beside saying so. */
class PromotionStampTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final Instant TEN_PAST = MONDAY_9AM.plusSeconds(600);

    private final List<Object> published = new ArrayList<>();
    private final VirtualPipeline pipeline = new VirtualPipeline(
            List.of(LeadTopology.LEAD, AccountTopology.ACCOUNT, TeamTopology.TEAM), one -> published.add(one.event()));

    @Test
    @Tag("MQL-08")
    void aPromotionSetsStageAndMqlDateEndsMarketingsNurtureAndStartsAlertTaskAndAssignment() {
        pipeline.adopt(Presets.policy("mid-market"), Instant.EPOCH);
        pipeline.publish(Catalogue.REPS, "inside-sales", Events.rep("dana", "Dana", MONDAY_9AM), MONDAY_9AM);
        pipeline.publish(Catalogue.LEADS, "ada", Events.perfectFit("ada", MONDAY_9AM), MONDAY_9AM);
        published.clear();

        pipeline.publish(
                Catalogue.ACTIVITIES, "ada", Events.prospect("demo", "DEMO_REQUEST", null, TEN_PAST), TEN_PAST);

        assertThat(all(MqlPromoted.class)).hasSize(1);
        assertThat(all(LifecycleChanged.class))
                .extracting(LifecycleChanged::getStage)
                .containsExactly("MQL");
        LeadState lead = (LeadState) pipeline.state("lead", "ada");
        assertThat(lead.standing().mqlAt()).isEqualTo(TEN_PAST);
        assertThat(actions(ActionKind.REMOVE)).contains("newsletter-nurture", "lead-nurture");
        assertThat(actions(ActionKind.NOTIFY)).contains("new-mql");
        assertThat(actions(ActionKind.TASK)).contains("follow-up");
        assertThat(all(TeamRequest.class)).anyMatch(request -> request.getRepAsked() != null);
        assertThat(all(SlaClockChanged.class))
                .anyMatch(
                        clock -> clock.getClock().equals("first-contact") && clock.getChange() == ClockChange.STARTED);
    }

    private List<String> actions(ActionKind kind) {
        return all(ActionRequested.class).stream()
                .filter(action -> action.getKind() == kind)
                .map(ActionRequested::getAction)
                .toList();
    }

    private <T> List<T> all(Class<T> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
