package io.revstream.scoring;

import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The worked totals of domain 2.11, row by row, and the combinations beside NORM. */
class WorkedTotalsTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Policy MID_MARKET = Presets.policy("mid-market");

    private static final ScoringModel M_PLG = ExampleModels.model("product-led");
    private static final ScoringModel M_ENT = ExampleModels.model("enterprise");

    private static final KnownFacts SMALL_AND_PERSONAL =
            new KnownFacts(Map.of("employees", 50, "industry", "software", "emailKind", "personal"));
    private static final KnownFacts MID_MARKET_MATCH =
            new KnownFacts(Map.of("employees", 200, "industry", "software", "titleLevel", "director", "country", "us"));

    @Test
    void row_1_product_led_usage_without_enough_of_it() {
        assertTotal(
                M_PLG, SMALL_AND_PERSONAL, used("ACCOUNT_CREATED", "ONBOARDING_COMPLETED", "CORE"), 25, 60, -10, 41.67);
    }

    @Test
    void row_2_product_led_usage_reaches_the_threshold() {
        Engagement engagement =
                used("ACCOUNT_CREATED", "ONBOARDING_COMPLETED", "CORE", "TEAM_MEMBER_INVITED", "pricing");
        assertTotal(M_PLG, SMALL_AND_PERSONAL, engagement, 25, 100, -10, 65.00);
    }

    @Test
    void row_3_perfect_product_led_fit_without_engagement() {
        KnownFacts perfect = new KnownFacts(
                Map.of("employees", 50, "industry", "software", "titleLevel", "manager", "technologies", "hubspot"));
        assertTotal(M_PLG, perfect, used(), 45, 0, 0, 30.00);
    }

    @Test
    void row_4_enterprise_demo_with_stakeholders() {
        assertTotal(M_ENT, enterprise(Map.of()), used("DEMO_REQUEST"), 70, 50, 0, 66.43);
    }

    @Test
    void row_5_enterprise_with_revenue() {
        KnownFacts facts = enterprise(Map.of("revenue", 60_000_000L));
        assertTotal(M_ENT, facts, used("DEMO_REQUEST"), 85, 50, 0, 75.91);
    }

    @Test
    void row_6_mid_market_demo_and_pricing_page() {
        assertTotal(midMarket(MID_MARKET_MATCH), MID_MARKET_MATCH, used("DEMO_REQUEST", "pricing"), 50, 40, 0, 66.67);
    }

    @Test
    @Tag("SCO-01")
    void row_7_as_row_6_with_a_personal_address_and_each_part_kept_by_itself() {
        Map<String, Object> known = new HashMap<>(MID_MARKET_MATCH.known());
        known.put("emailKind", "personal");
        KnownFacts personal = new KnownFacts(known);
        assertTotal(midMarket(personal), personal, used("DEMO_REQUEST", "pricing"), 50, 40, -10, 56.67);
    }

    @Test
    @Tag("SCO-14")
    void every_combination_of_the_parts_is_chosen_by_the_model() {
        ScoringModel model = midMarket(MID_MARKET_MATCH);
        assertThat(total(model, Combination.NORM)).isEqualTo(66.67);
        assertThat(total(model, Combination.WRAW)).isEqualTo(45.00);
        assertThat(total(model, Combination.RAW)).isEqualTo(90.00);
        assertThat(total(model, Combination.DUAL)).isEqualTo(90.00);
        assertThat(total(model, Combination.SINGLE)).isEqualTo(90.00);
        assertThat(midMarket(MID_MARKET_MATCH).fitWeight()).isEqualTo(50);
        assertThat(M_PLG.fitWeight()).isEqualTo(30);
    }

    @Test
    void the_scale_ends_at_zero_and_the_ledger_says_what_it_took() {
        KnownFacts competitor = new KnownFacts(Map.of("emailKind", "competitor"));
        Scorecard card = score(midMarket(competitor), competitor, used());

        assertThat(card.total()).isZero();
        assertThat(card.negative()).isEqualTo(-5000);
        assertThat(card.lines().get(card.lines().size() - 1)).satisfies(line -> {
            assertThat(line.rule()).isEqualTo("clamped");
            assertThat(line.contribution()).isEqualTo(5000);
        });
    }

    private static void assertTotal(
            ScoringModel model,
            KnownFacts facts,
            Engagement engagement,
            int fit,
            int engaged,
            int negative,
            double total) {
        Scorecard card = score(model, facts, engagement);
        assertThat(card.fit()).isEqualTo(100L * fit);
        assertThat(card.engagement()).isEqualTo(100L * engaged);
        assertThat(card.negative()).isEqualTo(100L * negative);
        assertThat(card.toScore().getTotal().doubleValue()).isEqualTo(total);
        assertThat(card.lines().stream().mapToLong(ScoreLine::contribution).sum())
                .isEqualTo(card.total());
    }

    private static double total(ScoringModel model, Combination combination) {
        return score(ExampleModels.with(model, combination), MID_MARKET_MATCH, used("DEMO_REQUEST", "pricing"))
                        .total()
                / 100.0;
    }

    private static Scorecard score(ScoringModel model, KnownFacts facts, Engagement engagement) {
        return Scoring.score(facts, engagement, MONDAY_9AM, model, 0, MONDAY_9AM.plusSeconds(60));
    }

    private static ScoringModel midMarket(KnownFacts facts) {
        return Models.of(MID_MARKET, facts);
    }

    private static KnownFacts enterprise(Map<String, Object> more) {
        Map<String, Object> known = new HashMap<>(Map.of(
                "employees",
                800,
                "industry",
                "software",
                "titleLevel",
                "vp",
                "seniority",
                "decision-maker",
                "engagedContacts",
                3));
        known.putAll(more);
        return new KnownFacts(known);
    }

    /** Each of these once; "CORE" stands for the core feature used three times, "pricing" for a page view. */
    private static Engagement used(String... kinds) {
        Engagement engagement = Engagement.NONE;
        for (String kind : kinds) {
            engagement = switch (kind) {
                case "CORE" ->
                    once(
                            once(once(engagement, "CORE_FEATURE_USED", null), "CORE_FEATURE_USED", null),
                            "CORE_FEATURE_USED",
                            null);
                case "pricing" -> once(engagement, "PAGE_VIEW", "pricing");
                default -> once(engagement, kind, null);
            };
        }
        return engagement;
    }

    private static Engagement once(Engagement engagement, String kind, String asset) {
        return engagement.with(kind, asset, true, new Occurrence(MONDAY_9AM, kind));
    }
}
