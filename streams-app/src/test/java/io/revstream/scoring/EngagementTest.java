package io.revstream.scoring;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.policy.Signal;
import io.revstream.policy.SignalCount;
import io.revstream.policy.Span;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngagementTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Signal PRICING = new Signal("PAGE_VIEW", "pricing");
    private static final Signal FORM = new Signal("FORM_SUBMITTED", null);
    private static final Signal DEMO = new Signal("DEMO_REQUEST", null);

    @Test
    void activities_and_a_recycling_converge_in_any_order() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<ActivityEvent> activities = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                activities.add(activity("K" + random.nextInt(4), "a" + random.nextInt(3), random.nextInt(30), "e" + i));
            }
            // So few of each signal that all are remembered.
            boolean recycled = random.nextBoolean();
            Instant recycledAt = MONDAY_9AM.plus(Duration.ofMinutes(10));
            Engagement inOrder = all(activities, recycled ? activities.size() : -1, recycledAt);
            Collections.shuffle(activities, random);
            Engagement shuffled = all(activities, recycled ? random.nextInt(activities.size()) : -1, recycledAt);

            assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
            assertThat(Engagement.read(new StateReader(bytes(inOrder))))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
            assertThat(bytes(shuffled)).as("seed %d", seed).isEqualTo(bytes(inOrder));
        }
    }

    @Test
    void only_what_the_prospect_does_counts_as_engaging_and_turning_away_does_not() {
        Engagement engagement = Engagement.NONE
                .with(activity("PAGE_VIEW", "blog", 1, "e1"))
                .with(by(ActivityBy.REP, activity("CALL", null, 2, "e2")))
                .with(by(ActivityBy.SYSTEM, activity("EMAIL_SENT", null, 3, "e3")))
                .with(activity("EMAIL_UNSUBSCRIBED", null, 4, "e4"));

        assertThat(engagement.lastEngagedAt()).isEqualTo(MONDAY_9AM.plus(Duration.ofMinutes(1)));
        assertThat(engagement.latest(new Signal("CALL", null))).isNotNull();
    }

    @Test
    void a_hot_lead_keeps_a_bounded_state_and_its_only_demo_request() {
        Engagement engagement = Engagement.NONE.with(activity("DEMO_REQUEST", null, 0, "demo"));
        for (int i = 0; i < 5_000; i++) {
            engagement = engagement.with(activity("PAGE_VIEW", "page-" + i % 500, i, "e" + i));
        }

        assertThat(engagement.traces()).hasSize(Engagement.MOST_SIGNALS);
        assertThat(engagement.latest(DEMO).eventId()).isEqualTo("demo");
        assertThat(engagement.latest(new Signal("PAGE_VIEW", "page-499"))).isNotNull();
        assertThat(engagement.latest(new Signal("PAGE_VIEW", "page-400"))).isNull();
        assertThat(bytes(engagement)).hasSizeLessThan(10_000);
    }

    @Test
    void one_signal_is_counted_however_often_it_occurs_and_remembers_the_latest() {
        Engagement engagement = Engagement.NONE;
        for (int i = 0; i < 1_000; i++) {
            engagement = engagement.with(activity("PAGE_VIEW", "pricing", i, "e" + i));
        }

        Evidence evidence = engagement.evidence(List.of(PRICING));
        assertThat(evidence.count()).isEqualTo(1_000);
        assertThat(evidence.recent()).hasSize(SignalTrace.MOST_RECENT);
        assertThat(evidence.eventId()).isEqualTo("e999");
    }

    @Test
    void a_signal_without_an_asset_matches_every_asset() {
        Engagement engagement = Engagement.NONE
                .with(activity("FORM_SUBMITTED", "contact", 1, "e1"))
                .with(activity("FORM_SUBMITTED", null, 2, "e2"));

        assertThat(engagement.evidence(List.of(FORM)).count()).isEqualTo(2);
        assertThat(engagement.latest(FORM).eventId()).isEqualTo("e2");
    }

    @Test
    void signals_meet_only_within_their_window_and_in_either_order() {
        Duration week = Duration.ofDays(7);
        int days = 24 * 60;
        Engagement apart = Engagement.NONE
                .with(activity("PAGE_VIEW", "pricing", 0, "p1"))
                .with(activity("FORM_SUBMITTED", null, 7 * days + 1, "f1"));

        assertThat(apart.together(List.of(PRICING, FORM), week)).isEmpty();
        assertThat(apart.with(activity("PAGE_VIEW", "pricing", 10 * days, "p2")).together(List.of(PRICING, FORM), week))
                .containsExactly(minute(10 * days), minute(7 * days + 1));
        assertThat(apart.with(activity("FORM_SUBMITTED", null, 7 * days, "f0")).together(List.of(PRICING, FORM), week))
                .containsExactly(minute(0), minute(7 * days));
    }

    @Test
    void a_recycling_forgets_what_engaged_but_not_that_the_prospect_turned_away() {
        Engagement engagement = Engagement.NONE
                .with(activity("DEMO_REQUEST", null, 1, "demo"))
                .with(activity("SPAM_COMPLAINT", null, 2, "spam"))
                .reset(minute(10))
                .with(activity("EMAIL_UNSUBSCRIBED", null, 3, "late"))
                .with(activity("FORM_SUBMITTED", null, 4, "late-form"));

        assertThat(engagement.latest(DEMO)).isNull();
        assertThat(engagement.latest(FORM)).isNull();
        assertThat(engagement.latest(new Signal("SPAM_COMPLAINT", null)).eventId())
                .isEqualTo("spam");
        assertThat(engagement.latest(new Signal("EMAIL_UNSUBSCRIBED", null)).eventId())
                .isEqualTo("late");
    }

    @Test
    void a_withdrawn_activity_is_gone_and_the_one_before_counts_again() {
        Engagement before = Engagement.NONE.with(activity("PAGE_VIEW", "pricing", 1, "p1"));
        Engagement both =
                before.with(activity("PAGE_VIEW", "pricing", 2, "p2")).with(activity("PAGE_VIEW", "blog", 3, "b"));

        Engagement without =
                both.without("PAGE_VIEW", "blog", minute(3), "b").without("PAGE_VIEW", "pricing", minute(2), "p2");
        assertThat(without.evidence(List.of(PRICING)).count()).isEqualTo(1);
        assertThat(without.evidence(List.of(PRICING)).at()).isEqualTo(minute(1));
        assertThat(without.lastEngagedAt()).isEqualTo(minute(1));
        assertThat(without.without("PAGE_VIEW", "pricing", minute(1), "p1")).isEqualTo(Engagement.NONE);
        assertThat(both.without("PAGE_VIEW", "pricing", minute(1), "p1"))
                .isEqualTo(Engagement.NONE
                        .with(activity("PAGE_VIEW", "blog", 3, "b"))
                        .with(activity("PAGE_VIEW", "pricing", 2, "p2")));
        assertThat(both.without("PAGE_VIEW", "pricing", minute(9), "p9")).isSameAs(both);
    }

    @Test
    void days_are_remembered_longer_than_instants_and_no_longer_than_sixty_four() {
        SignalCount fiveDays = new SignalCount(
                List.of(new Signal("LOGGED_IN", null)), 5, SignalCount.Of.DAYS, Span.parse("1w"), false);
        int day = 24 * 60;
        Engagement busy = Engagement.NONE;
        for (int i = 0; i < 5 * 20; i++) {
            busy = busy.with(activity("LOGGED_IN", null, i / 20 * day + i % 20, "e" + i));
        }
        Engagement later = busy.with(activity("LOGGED_IN", null, 60 * day, "later"));
        Engagement muchLater = later.with(activity("LOGGED_IN", null, 68 * day, "much-later"));

        assertThat(busy.did(fiveDays)).isTrue();
        assertThat(later.did(fiveDays)).isTrue();
        assertThat(muchLater.did(fiveDays)).isFalse();
    }

    private static Engagement all(List<ActivityEvent> activities, int recycledAfter, Instant recycledAt) {
        Engagement engagement = Engagement.NONE;
        for (int i = 0; i < activities.size(); i++) {
            engagement = i == recycledAfter ? engagement.reset(recycledAt) : engagement;
            engagement = engagement.with(activities.get(i));
        }
        return recycledAfter == activities.size() ? engagement.reset(recycledAt) : engagement;
    }

    private static byte[] bytes(Engagement engagement) {
        StateWriter out = new StateWriter();
        engagement.write(out);
        return out.toBytes();
    }

    private static ActivityEvent by(ActivityBy by, ActivityEvent activity) {
        return ActivityEvent.newBuilder(activity).setBy(by).build();
    }

    private static ActivityEvent activity(String kind, String asset, int minute, String eventId) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(minute(minute))
                .setSource("web")
                .setKind(kind)
                .setAsset(asset)
                .build();
    }

    private static Instant minute(int minute) {
        return MONDAY_9AM.plus(Duration.ofMinutes(minute));
    }
}
