package io.revstream.lead;

import io.revstream.account.AccountTopology;
import io.revstream.app.Events;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ScoreChanged;
import io.revstream.lifecycle.Check;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.scoring.ScoreLine;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeadExplanationTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final Policy MID_MARKET = Presets.policy("mid-market");

    private final List<ScoreChanged> scores = new ArrayList<>();
    private final VirtualPipeline pipeline =
            new VirtualPipeline(List.of(LeadTopology.LEAD, AccountTopology.ACCOUNT), published -> {
                if (published.event() instanceof ScoreChanged score) {
                    scores.add(score);
                }
            });

    @BeforeEach
    void aLeadThatReadsAWhitePaper() {
        pipeline.adopt(MID_MARKET, Instant.EPOCH);
        pipeline.publish(Catalogue.LEADS, "ada", Events.perfectFit("ada", MONDAY_9AM), MONDAY_9AM);
        pipeline.publish(
                Catalogue.ACTIVITIES,
                "ada",
                Events.prospect("read", "CONTENT_DOWNLOADED", "whitepaper", MONDAY_9AM),
                MONDAY_9AM);
    }

    @Test
    void theScoreIsTheOneThatWasPublishedAndItsLinesAddUp() {
        LeadExplanation explained = explain(MONDAY_9AM);

        assertThat(explained.score().toScore()).isEqualTo(latestScore());
        assertThat(explained.score().lines().stream()
                        .mapToLong(ScoreLine::contribution)
                        .sum())
                .isEqualTo(explained.score().total());
    }

    @Test
    void theScoreOfALaterInstantIsTheOneThatWillBePublishedThen() {
        Instant change = explain(MONDAY_9AM).nextScoreChange();
        assertThat(change).isAfter(MONDAY_9AM);
        LeadExplanation before = explain(change.minusMillis(1));
        LeadExplanation then = explain(change);
        assertThat(before.score().toScore()).isEqualTo(latestScore());

        pipeline.advanceTo(change.plusMillis(1));

        assertThat(then.score().toScore())
                .isEqualTo(latestScore())
                .isNotEqualTo(before.score().toScore());
    }

    @Test
    void whatIsMissingForAPromotionIsToldWithItsPoints() {
        assertThat(explain(MONDAY_9AM).missing())
                .extracting(Check::condition)
                .contains("engagement")
                .doesNotContain("fit");
        assertThat(explain(MONDAY_9AM).missing()).extracting(Check::found).anyMatch(found -> found.contains("short"));
    }

    @Test
    void aPromotedLeadIsNotPromotedAgainInItsPass() {
        Instant later = MONDAY_9AM.plus(Duration.ofHours(1));
        pipeline.publish(Catalogue.ACTIVITIES, "ada", Events.prospect("demo", "DEMO_REQUEST", null, later), later);

        LeadExplanation explained = explain(later);

        assertThat(explained.state().standing().stage()).isEqualTo("MQL");
        assertThat(explained.qualification().promotion()).isEmpty();
        assertThat(explained.missing()).extracting(Check::condition).contains("promotions in pass 1");
    }

    @Test
    void whatWaitsInQuarantineIsListedWithWhatMakesItSuspect() {
        Instant later = MONDAY_9AM.plus(Duration.ofHours(1));
        ActivityEvent demo = ActivityEvent.newBuilder(Events.prospect("demo", "DEMO_REQUEST", null, later))
                .setProperties(Map.of("bot", "true", "userAgent", "ExampleBot/1.0"))
                .build();
        pipeline.publish(Catalogue.ACTIVITIES, "ada", demo, later);

        assertThat(explain(later).suspects())
                .containsExactly(new LeadExplanation.Suspect(
                        "DEMO_REQUEST",
                        null,
                        later,
                        "demo",
                        "its producer says that a machine did it, its user agent is that of a machine",
                        later.plus(Duration.ofDays(7))));
        assertThat(explain(later).state().standing().stage()).isEqualTo("Lead");
    }

    @Test
    void aLeadOfWhichNothingIsKnownHasNoScore() {
        LeadExplanation explained = LeadExplanation.of(LeadState.unknown("bob"), MID_MARKET, MONDAY_9AM);

        assertThat(explained.score()).isNull();
        assertThat(explained.missing()).isEmpty();
    }

    private LeadExplanation explain(Instant at) {
        return LeadExplanation.of((LeadState) pipeline.state("lead", "ada"), MID_MARKET, at);
    }

    private Object latestScore() {
        return scores.get(scores.size() - 1).getScore();
    }
}
