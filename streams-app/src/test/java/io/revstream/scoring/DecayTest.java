package io.revstream.scoring;

import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import io.revstream.state.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What time alone does to a score, by the figures of the mid-market model: pricing page 15, 5 less with every week. */
class DecayTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final ScoringModel MODEL =
            Presets.policy("mid-market").scoring().models().get(0);
    private static final KnownFacts NOTHING_KNOWN = new KnownFacts(Map.of());
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    @Tag("SCO-10")
    void a_step_is_lost_with_every_whole_week_down_to_zero_and_not_below() {
        Engagement pricing = viewed(Engagement.NONE, "pricing", MONDAY_9AM);

        assertThat(engagement(pricing, Duration.ZERO)).isEqualTo(1500);
        assertThat(engagement(pricing, WEEK.minus(MOMENT))).isEqualTo(1500);
        assertThat(engagement(pricing, WEEK)).isEqualTo(1000);
        assertThat(engagement(pricing, WEEK.multipliedBy(2))).isEqualTo(500);
        assertThat(engagement(pricing, WEEK.multipliedBy(3))).isZero();
        assertThat(engagement(pricing, WEEK.multipliedBy(100))).isZero();
    }

    @Test
    @Tag("SCO-10")
    void the_latest_occurrence_begins_the_decay_anew_in_whichever_order_they_arrive() {
        Engagement inOrder = viewed(viewed(Engagement.NONE, "pricing", MONDAY_9AM), "pricing", MONDAY_9AM.plus(WEEK));
        Engagement late = viewed(viewed(Engagement.NONE, "pricing", MONDAY_9AM.plus(WEEK)), "pricing", MONDAY_9AM);

        assertThat(engagement(inOrder, WEEK.multipliedBy(2))).isEqualTo(1000);
        assertThat(engagement(late, WEEK.multipliedBy(2))).isEqualTo(1000);
    }

    @Test
    @Tag("SCO-10")
    void without_new_activity_the_score_changes_at_known_instants() {
        Engagement pricing = viewed(Engagement.NONE, "pricing", MONDAY_9AM);

        assertThat(nextChange(pricing, Duration.ZERO)).isEqualTo(MONDAY_9AM.plus(WEEK));
        assertThat(nextChange(pricing, WEEK)).isEqualTo(MONDAY_9AM.plus(WEEK.multipliedBy(2)));
        assertThat(nextChange(pricing, WEEK.multipliedBy(3))).isEqualTo(MONDAY_9AM.plus(Duration.ofDays(30)));
        assertThat(nextChange(pricing, Duration.ofDays(30))).isNull();
    }

    @Test
    void the_line_says_what_was_awarded_what_decay_took_and_which_event_counts() {
        Engagement pricing = viewed(Engagement.NONE, "pricing", MONDAY_9AM);

        assertThat(card(pricing, WEEK).lines()).singleElement().satisfies(line -> {
            assertThat(line.awarded()).isEqualTo(1500);
            assertThat(line.decayed()).isEqualTo(500);
            assertThat(line.points()).isEqualTo(1000);
            assertThat(line.occurrences()).isEqualTo(1);
            assertThat(line.eventId()).isEqualTo("pricing " + MONDAY_9AM);
            assertThat(line.since()).isEqualTo(MONDAY_9AM);
        });
    }

    @Test
    void counted_signals_must_lie_within_their_window_of_each_other() {
        Engagement spread = Engagement.NONE;
        for (int i = 0; i < 5; i++) {
            spread = viewed(spread, "blog", MONDAY_9AM.plus(Duration.ofDays(8L * i)));
        }
        Engagement close = viewed(spread, "blog", MONDAY_9AM.plus(Duration.ofDays(30)));

        assertThat(engagement(spread, Duration.ofDays(32))).isZero();
        assertThat(engagement(close, Duration.ofDays(32))).isEqualTo(1000);
    }

    @Test
    void a_later_single_visit_does_not_revive_a_group_that_has_decayed() {
        Engagement group = Engagement.NONE;
        for (int i = 0; i < 5; i++) {
            group = viewed(group, "blog", MONDAY_9AM.plusSeconds(i));
        }
        Engagement later = viewed(group, "blog", MONDAY_9AM.plus(Duration.ofDays(90)));

        assertThat(engagement(later, Duration.ofDays(90))).isZero();
        assertThat(engagement(later, Duration.ofDays(14).plusSeconds(5))).isEqualTo(500);
    }

    @Test
    void absence_counts_from_the_first_sight_or_the_last_engagement_and_is_lifted_by_the_next() {
        Duration month = Duration.ofDays(30);
        Engagement engaged = viewed(Engagement.NONE, "homepage", MONDAY_9AM.plus(WEEK));

        assertThat(card(Engagement.NONE, month.minus(MOMENT)).negative()).isZero();
        assertThat(card(Engagement.NONE, month).negative()).isEqualTo(-1000);
        assertThat(card(engaged, month).negative()).isZero();
        assertThat(card(engaged, month.plus(WEEK)).negative()).isEqualTo(-1000);
        Engagement again = viewed(engaged, "homepage", MONDAY_9AM.plus(month).plus(WEEK));
        assertThat(card(again, month.plus(WEEK)).negative()).isZero();
    }

    @Test
    @Tag("SCO-24")
    void recycling_takes_engagement_to_its_baseline_and_keeps_fit() {
        KnownFacts fitting = new KnownFacts(Map.of("employees", 200));
        Engagement before = viewed(Engagement.NONE, "pricing", MONDAY_9AM);
        Instant recycled = MONDAY_9AM.plusSeconds(60);
        Engagement after = before.reset(recycled);

        assertThat(Scoring.score(fitting, before, MONDAY_9AM, MODEL, 0, recycled)
                        .engagement())
                .isEqualTo(1500);
        Scorecard card = Scoring.score(fitting, after, MONDAY_9AM, MODEL, 0, recycled);
        assertThat(card.engagement()).isZero();
        assertThat(card.fit()).isEqualTo(1500);
        assertThat(Scoring.score(fitting, after, MONDAY_9AM, MODEL, 5, recycled).engagement())
                .isEqualTo(500);

        Engagement late = viewed(after, "pricing", MONDAY_9AM.plusSeconds(1));
        assertThat(Scoring.score(fitting, late, MONDAY_9AM, MODEL, 0, recycled).engagement())
                .isZero();
        Engagement anew = viewed(late, "pricing", recycled.plusSeconds(1));
        assertThat(Scoring.score(fitting, anew, MONDAY_9AM, MODEL, 0, recycled.plusSeconds(1))
                        .engagement())
                .isEqualTo(1500);
    }

    private static Engagement viewed(Engagement engagement, String asset, Instant at) {
        return engagement.with("PAGE_VIEW", asset, true, new Occurrence(at, asset + " " + at));
    }

    private static long engagement(Engagement engagement, Duration later) {
        return card(engagement, later).engagement();
    }

    private static Scorecard card(Engagement engagement, Duration later) {
        return Scoring.score(NOTHING_KNOWN, engagement, MONDAY_9AM, MODEL, 0, MONDAY_9AM.plus(later));
    }

    private static Instant nextChange(Engagement engagement, Duration later) {
        return Scoring.nextChange(engagement, MONDAY_9AM, MODEL, MONDAY_9AM.plus(later));
    }
}
