package io.revstream.lifecycle;

import io.revstream.events.ActivityEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.KnownFacts;
import io.revstream.scoring.Scorecard;
import io.revstream.scoring.Scoring;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromotionTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final ScoringModel MODEL = POLICY.scoring().models().get(0);
    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant NOW = MONDAY_9AM.plus(Duration.ofDays(10));

    private static final KnownFacts NOTHING_KNOWN = new KnownFacts(Map.of());
    private static final KnownFacts PERFECT = new KnownFacts(Map.of(
            "employees", 200, "industry", "software", "titleLevel", "vp", "country", "us", "technologies", "hubspot"));
    private static final KnownFacts STUDENT = new KnownFacts(Map.of("titleLevel", "student", "emailKind", "student"));
    private static final Standing LEAD = Standing.NEW.advance("Lead", MONDAY_9AM, POLICY.lifecycle());

    /** 25 + 15 - 5 + 10 + 10 of 80 points ten days later, and none of them promotes by itself. */
    private static final Engagement BUSY = did(
            "TRIAL_SIGN_UP",
            null,
            "PAGE_VIEW",
            "pricing",
            "CONTENT_DOWNLOADED",
            "case-study",
            "WEBINAR_ATTENDED",
            null);

    @Test
    @Tag("MQL-01")
    void neither_a_perfect_fit_nor_busy_engagement_is_enough_alone() {
        assertThat(promotion(PERFECT, Engagement.NONE)).isEmpty();
        assertThat(promotion(STUDENT, BUSY)).isEmpty();
        assertThat(promotion(PERFECT, BUSY)).map(Promotion::rule).contains("threshold");
        for (Combination combination : Combination.values()) {
            ScoringModel easy = model(combination, 10);
            assertThat(promotion(easy, NOTHING_KNOWN, BUSY))
                    .as("%s, engagement only", combination)
                    .isEmpty();
            assertThat(promotion(easy, PERFECT, Engagement.NONE))
                    .as("%s, fit only", combination)
                    .isEmpty();
            assertThat(promotion(easy, PERFECT, BUSY))
                    .as("%s, both", combination)
                    .isPresent();
        }
    }

    @Test
    @Tag("MQL-02")
    void the_threshold_is_the_models_and_reaching_it_counts() {
        Scorecard card = card(MODEL, PERFECT, BUSY);
        assertThat(card.toScore().getTotal()).isEqualByComparingTo("84.38");

        assertThat(promotion(model(Combination.RAW, 115), PERFECT, BUSY)).isPresent();
        assertThat(promotion(model(Combination.RAW, 116), PERFECT, BUSY)).isEmpty();
        assertThat(promotion(model(Combination.NORM, 84), PERFECT, BUSY)).isPresent();
        assertThat(promotion(model(Combination.NORM, 85), PERFECT, BUSY)).isEmpty();
    }

    @Test
    @Tag("MQL-03")
    void a_demo_request_promotes_without_reaching_the_threshold() {
        KnownFacts someFit = new KnownFacts(Map.of("country", "us"));
        Engagement demo = did("DEMO_REQUEST", null);

        assertThat(card(MODEL, someFit, demo).total()).isLessThan(6500);
        assertThat(promotion(someFit, demo)).map(Promotion::rule).contains("demo-request");
        assertThat(promotion(NOTHING_KNOWN, demo)).as("below the fit floor").isEmpty();
    }

    @Test
    @Tag("MQL-03")
    void a_pricing_page_and_a_form_promote_within_their_window() {
        KnownFacts someFit = new KnownFacts(Map.of("country", "us"));
        Engagement pricing = did("PAGE_VIEW", "pricing");
        Engagement within = also(pricing, "FORM_SUBMITTED", "newsletter", MONDAY_9AM.plus(Duration.ofDays(7)));
        Engagement beyond = also(
                pricing,
                "FORM_SUBMITTED",
                "newsletter",
                MONDAY_9AM.plus(Duration.ofDays(7)).plusMillis(1));

        assertThat(promotion(someFit, pricing)).isEmpty();
        assertThat(promotion(someFit, within)).map(Promotion::rule).contains("pricing-and-form");
        assertThat(promotion(someFit, beyond)).isEmpty();
    }

    @Test
    @Tag("MQL-04")
    void the_two_element_rule_asks_for_a_total_and_an_engagement_and_nothing_else() {
        ScoringModel single = model(Combination.SINGLE, 0, 50);

        assertThat(qualification(single, PERFECT, BUSY).rules().get(0).checks())
                .extracting(Check::condition)
                .containsExactly("total", "engagement");
        assertThat(promotion(single, NOTHING_KNOWN, BUSY)).isPresent();
        assertThat(promotion(single, PERFECT, Engagement.NONE)).isEmpty();
    }

    @Test
    void customers_and_competitors_are_never_promoted() {
        Map<String, Object> known = new HashMap<>(PERFECT.known());
        known.put("emailKind", "competitor");
        KnownFacts competitor = new KnownFacts(known);
        Engagement demo = also(BUSY, "DEMO_REQUEST", null, MONDAY_9AM);

        assertThat(promotion(competitor, demo)).isEmpty();
        assertThat(Promotion.check(PERFECT, demo, card(MODEL, PERFECT, demo), LEAD, POLICY, true))
                .isEmpty();
        assertThat(Promotion.check(PERFECT, demo, card(MODEL, PERFECT, demo), LEAD, POLICY, false))
                .isPresent();
    }

    @Test
    @Tag("MQL-09")
    void a_lead_is_promoted_once_until_it_is_recycled() {
        Standing promoted = LEAD.promoted(MONDAY_9AM, POLICY.lifecycle());
        Standing recycled = promoted.rejected("ENG-02", Outcome.NURTURE, NOW, POLICY.lifecycle());

        assertThat(check(LEAD)).isPresent();
        assertThat(check(promoted)).isEmpty();
        assertThat(check(promoted.moved("Lead", Set.of(), NOW, POLICY.lifecycle())))
                .isEmpty();
        assertThat(check(recycled)).isPresent();
        assertThat(check(recycled.promoted(NOW, POLICY.lifecycle()))).isEmpty();
        assertThat(check(promoted.rejected("FIT-02", Outcome.ARCHIVE, NOW, POLICY.lifecycle())))
                .isEmpty();
        assertThat(check(Standing.NEW)).as("not known by any stage yet").isEmpty();
    }

    @Test
    void a_promotion_tells_the_figures_that_met_its_rule() {
        assertThat(promotion(PERFECT, BUSY).orElseThrow().because())
                .isEqualTo("total 84.38 (needed: 65), fit 60 (needed: 1), engagement 55 (needed: 1)");
        assertThat(promotion(new KnownFacts(Map.of("country", "us")), did("DEMO_REQUEST", null))
                        .orElseThrow()
                        .because())
                .isEqualTo("DEMO_REQUEST at 2026-11-02T09:00:00Z (needed: once), fit 10 (needed: 1)");
    }

    @Test
    void an_unpromoted_lead_learns_what_is_missing_and_by_how_much() {
        Qualification qualification = qualification(MODEL, PERFECT, did("PAGE_VIEW", "pricing"));

        assertThat(qualification.always())
                .extracting(Check::toString)
                .containsExactly(
                        "stage: Lead, ACTIVE, as needed: ACTIVE in one of [Lead, Subscriber], or RECYCLED",
                        "promotions in pass 1: none, as needed: none",
                        "a customer: no, as needed: no",
                        "a competitor: no, as needed: no");
        assertThat(qualification.rules().get(0).checks())
                .extracting(Check::toString)
                .containsExactly(
                        "total: 56.25, which is 8.75 short, but needed: 65",
                        "fit: 60, as needed: 1",
                        "engagement: 10, as needed: 1");
        assertThat(qualification.rules().get(2).checks())
                .extracting(Check::toString)
                .containsExactly(
                        "PAGE_VIEW pricing: at 2026-11-02T09:00:00Z, as needed: once",
                        "FORM_SUBMITTED: none, but needed: once",
                        "together: never, but needed: within 7d",
                        "fit: 60, as needed: 1");
    }

    @Test
    void a_promotion_is_due_exactly_when_its_explanation_says_so() {
        List<String> kinds = List.of("DEMO_REQUEST", "TRIAL_SIGN_UP", "FORM_SUBMITTED", "WEBINAR_ATTENDED");
        int promotions = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Engagement engagement = random.nextBoolean() ? Engagement.NONE : did("PAGE_VIEW", "pricing");
            for (int i = random.nextInt(4); i > 0; i--) {
                engagement = also(
                        engagement,
                        kinds.get(random.nextInt(4)),
                        null,
                        MONDAY_9AM.plusSeconds(random.nextInt(864_000)));
            }
            KnownFacts facts = random.nextBoolean() ? PERFECT : STUDENT;
            Qualification qualification = qualification(MODEL, facts, engagement);
            boolean explained = qualification.always().stream().allMatch(Check::met)
                    && qualification.rules().stream()
                            .anyMatch(rule -> rule.checks().stream().allMatch(Check::met));

            assertThat(promotion(facts, engagement).isPresent())
                    .as("seed %d", seed)
                    .isEqualTo(explained);
            promotions += explained ? 1 : 0;
        }
        assertThat(promotions).isBetween(200, 1_800);
    }

    private static Optional<Promotion> check(Standing standing) {
        return Promotion.check(PERFECT, BUSY, card(MODEL, PERFECT, BUSY), standing, POLICY, false);
    }

    private static Optional<Promotion> promotion(KnownFacts facts, Engagement engagement) {
        return promotion(MODEL, facts, engagement);
    }

    private static Optional<Promotion> promotion(ScoringModel model, KnownFacts facts, Engagement engagement) {
        return Promotion.check(facts, engagement, card(model, facts, engagement), LEAD, POLICY, false);
    }

    private static Qualification qualification(ScoringModel model, KnownFacts facts, Engagement engagement) {
        return Qualification.of(facts, engagement, card(model, facts, engagement), LEAD, POLICY, false);
    }

    private static Scorecard card(ScoringModel model, KnownFacts facts, Engagement engagement) {
        return Scoring.score(facts, engagement, MONDAY_9AM, model, 0, NOW);
    }

    private static ScoringModel model(Combination combination, int threshold) {
        return model(combination, 1, threshold);
    }

    private static ScoringModel model(Combination combination, int fitFloor, int threshold) {
        return new ScoringModel(
                "M-MID",
                List.of(),
                combination,
                50,
                50,
                fitFloor,
                1,
                threshold,
                null,
                MODEL.fit(),
                MODEL.engagement(),
                MODEL.negative());
    }

    /** Activities on Monday, as pairs of kind and asset. */
    private static Engagement did(String... kindsAndAssets) {
        Engagement engagement = Engagement.NONE;
        for (int i = 0; i < kindsAndAssets.length; i += 2) {
            engagement = also(engagement, kindsAndAssets[i], kindsAndAssets[i + 1], MONDAY_9AM);
        }
        return engagement;
    }

    private static Engagement also(Engagement engagement, String kind, String asset, Instant at) {
        return engagement.with(ActivityEvent.newBuilder()
                .setEventId(kind + " " + at)
                .setOccurredAt(at)
                .setSource("web")
                .setKind(kind)
                .setAsset(asset)
                .build());
    }
}
