package io.revstream.scoring;

import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.state.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped mid-market model against table M-MID of domain 2.9: each row by the lead that earns it. */
class MidMarketModelTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Policy POLICY = Presets.policy("mid-market");
    private static final ScoringModel MODEL = Models.of(POLICY, new KnownFacts(Map.of()));

    @Test
    @Tag("SCO-21")
    void the_mid_market_model_has_the_weights_points_and_threshold_of_its_table() {
        assertThat(MODEL.name()).isEqualTo("M-MID");
        assertThat(MODEL.combination()).isEqualTo(Combination.NORM);
        assertThat(MODEL.fitWeight()).isEqualTo(50);
        assertThat(MODEL.engagementWeight()).isEqualTo(50);
        assertThat(MODEL.threshold()).isEqualTo(65);
        assertThat(MODEL.fitMaximum()).isEqualTo(60);
        assertThat(MODEL.engagementMaximum()).isEqualTo(80);

        assertThat(fit("employees", 49)).isZero();
        assertThat(fit("employees", 50)).isEqualTo(15);
        assertThat(fit("employees", 1000)).isEqualTo(15);
        assertThat(fit("employees", 1001)).isZero();
        assertThat(fit("industry", "software")).isEqualTo(10);
        assertThat(fit("industry", "farming")).isZero();
        assertThat(fit("titleLevel", "manager")).isEqualTo(15);
        assertThat(fit("titleLevel", "director")).isEqualTo(15);
        assertThat(fit("titleLevel", "vp")).isEqualTo(15);
        assertThat(fit("titleLevel", "c-suite")).isZero();
        assertThat(fit("country", "us")).isEqualTo(10);
        assertThat(fit("country", "xx")).isZero();
        assertThat(fit("technologies", "hubspot")).isEqualTo(10);

        assertThat(engagement("DEMO_REQUEST", null, 1)).isEqualTo(25);
        assertThat(engagement("TRIAL_SIGN_UP", null, 1)).isEqualTo(25);
        assertThat(engagement("PAGE_VIEW", "pricing", 1)).isEqualTo(15);
        assertThat(engagement("CONTENT_DOWNLOADED", "case-study", 1)).isEqualTo(10);
        assertThat(engagement("WEBINAR_ATTENDED", null, 1)).isEqualTo(10);
        assertThat(engagement("EMAIL_CLICKED", null, 2)).isZero();
        assertThat(engagement("EMAIL_CLICKED", null, 3)).isEqualTo(10);
        assertThat(engagement("PAGE_VIEW", "blog", 4)).isZero();
        assertThat(engagement("PAGE_VIEW", "blog", 5)).isEqualTo(10);

        assertThat(negative("emailKind", "personal")).isEqualTo(-10);
        assertThat(negative("emailKind", "competitor")).isEqualTo(-50);
        assertThat(negative("titleLevel", "student")).isEqualTo(-25);
        assertThat(negative("emailKind", "business")).isZero();
        assertThat(points(new KnownFacts(Map.of()), Engagement.NONE, Duration.ofDays(30))
                        .negative())
                .isEqualTo(-1000);
    }

    @Test
    void a_demo_and_a_trial_earn_the_points_once() {
        Engagement both = times(times(Engagement.NONE, "DEMO_REQUEST", null, 1), "TRIAL_SIGN_UP", null, 1);
        assertThat(points(new KnownFacts(Map.of()), both, Duration.ZERO).engagement())
                .isEqualTo(2500);
    }

    private static long fit(String attribute, Object value) {
        return points(new KnownFacts(Map.of(attribute, value)), Engagement.NONE, Duration.ZERO)
                        .fit()
                / 100;
    }

    private static long engagement(String kind, String asset, int times) {
        return points(new KnownFacts(Map.of()), times(Engagement.NONE, kind, asset, times), Duration.ZERO)
                        .engagement()
                / 100;
    }

    private static long negative(String attribute, Object value) {
        return points(new KnownFacts(Map.of(attribute, value)), Engagement.NONE, Duration.ZERO)
                        .negative()
                / 100;
    }

    private static Scorecard points(KnownFacts facts, Engagement engagement, Duration later) {
        return Scoring.score(facts, engagement, MONDAY_9AM, MODEL, 0, MONDAY_9AM.plus(later));
    }

    private static Engagement times(Engagement engagement, String kind, String asset, int times) {
        Engagement after = engagement;
        for (int i = 0; i < times; i++) {
            after = after.with(kind, asset, true, new Occurrence(MONDAY_9AM, "e" + i));
        }
        return after;
    }
}
