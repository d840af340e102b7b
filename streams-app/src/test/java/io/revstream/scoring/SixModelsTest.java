package io.revstream.scoring;

import io.revstream.document.Problem;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The criteria templates and example models (domain 2.8 to 2.11), each with its weights, rows and threshold. The models M-PLG, M-ENT and M-MID are those of the presets. */
class SixModelsTest {

    @Test
    @Tag("SCO-16")
    void the_product_led_template_has_its_weights_points_and_threshold() {
        ScoringModel model = model("t-plg", 40, 60, 65, 55, 105);

        assertFit(model, 15, "employees=10", "employees=500");
        assertFit(model, 20, "employees=501", "employees=5000");
        assertFit(model, 0, "employees=9", "employees=5001");
        assertFit(model, 10, "industry=software", "technologies=hubspot");
        assertFit(model, 15, "seniority=decision-maker");
        assertEngagement(model, 15, "ACCOUNT_CREATED", 1);
        assertEngagement(model, 20, "ONBOARDING_COMPLETED", 1);
        assertEngagement(model, 0, "CORE_FEATURE_USED", 2);
        assertEngagement(model, 25, "CORE_FEATURE_USED", 3);
        assertEngagement(model, 20, "TEAM_MEMBER_INVITED", 1);
        assertEngagement(model, 15, "USAGE_LIMIT_HIT", 1);
        assertEngagement(model, 10, "PAGE_VIEW pricing", 1);
    }

    @Test
    @Tag("SCO-17")
    void the_enterprise_template_has_its_weights_points_and_threshold() {
        ScoringModel model = model("t-ent", 60, 40, 70, 80, 70);

        assertFit(model, 20, "employees=500", "employees=90000", "titleLevel=vp", "titleLevel=c-suite");
        assertFit(model, 0, "employees=499", "titleLevel=director");
        assertFit(model, 15, "industry=software", "budgetAuthority=confirmed");
        assertFit(model, 10, "technologies=rivalware");
        assertEngagement(model, 25, "DEMO_REQUEST", 1);
        assertEngagement(model, 10, "WEBINAR_ATTENDED", 1);
        assertEngagement(model, 10, "CONTENT_DOWNLOADED whitepaper", 1);
        assertEngagement(model, 0, "PAGE_VIEW pricing", 1);
        assertEngagement(model, 15, "PAGE_VIEW pricing", 2);
        assertEngagement(model, 10, "EMAIL_CLICKED sales-email", 1);
        assertEngagement(model, 10, "EMAIL_OPENED sales-email", 1);
    }

    @Test
    @Tag("SCO-18")
    void the_mid_market_template_has_its_weights_points_and_threshold() {
        ScoringModel model = model("t-mid", 50, 50, 60, 50, 85);

        assertFit(model, 15, "employees=50", "employees=1000");
        assertFit(model, 0, "employees=49", "employees=1001", "titleLevel=consultant");
        assertFit(model, 10, "industry=software", "country=us");
        assertFit(model, 15, "titleLevel=manager", "titleLevel=director", "titleLevel=vp", "titleLevel=c-suite");
        assertEngagement(model, 25, "DEMO_REQUEST", 1);
        assertEngagement(model, 20, "TRIAL_SIGN_UP", 1);
        assertEngagement(model, 10, "PAGE_VIEW pricing", 1);
        assertEngagement(model, 0, "CONTENT_DOWNLOADED guide", 1);
        assertEngagement(model, 10, "CONTENT_DOWNLOADED guide", 2);
        assertEngagement(model, 0, "EMAIL_CLICKED", 2);
        assertEngagement(model, 10, "EMAIL_CLICKED", 3);
        assertEngagement(model, 10, "WEBINAR_ATTENDED", 1);
    }

    @Test
    @Tag("SCO-19")
    void the_product_led_model_has_its_points_negatives_and_threshold() {
        ScoringModel model = model("product-led", 30, 70, 60, 45, 120);

        assertFit(model, 15, "employees=10", "employees=500");
        assertFit(model, 0, "employees=9", "employees=501", "titleLevel=consultant");
        assertFit(model, 10, "industry=software", "technologies=hubspot");
        assertFit(model, 10, "titleLevel=manager", "titleLevel=director", "titleLevel=vp", "titleLevel=c-suite");
        assertEngagement(model, 15, "ACCOUNT_CREATED", 1);
        assertEngagement(model, 20, "ONBOARDING_COMPLETED", 1);
        assertEngagement(model, 0, "CORE_FEATURE_USED", 2);
        assertEngagement(model, 25, "CORE_FEATURE_USED", 3);
        assertEngagement(model, 25, "TEAM_MEMBER_INVITED", 1);
        assertEngagement(model, 20, "USAGE_LIMIT_HIT", 1);
        assertEngagement(model, 15, "PAGE_VIEW pricing", 1);
        assertNegative(model, -10, "emailKind=personal");
        assertNegative(model, -50, "emailKind=competitor");
        assertThat(Case.of(model).negative(Duration.ofDays(14))).isEqualTo(-15);
        assertThat(Case.of(model).negative(Duration.ofDays(14).minusMillis(1))).isZero();
    }

    @Test
    @Tag("SCO-20")
    void the_enterprise_model_has_its_points_negatives_and_threshold() {
        ScoringModel model = model("enterprise", 60, 40, 75, 95, 90);

        assertFit(model, 20, "employees=500", "titleLevel=vp", "titleLevel=c-suite");
        assertFit(model, 0, "employees=499", "revenue=49999999", "titleLevel=director");
        assertFit(model, 15, "revenue=50000000", "industry=software", "seniority=decision-maker");
        assertFit(model, 10, "technologies=competitor-crm");
        assertEngagement(model, 30, "DEMO_REQUEST", 1);
        assertThat(Case.of(model).knows("engagedContacts", 1L).engaged()).isZero();
        assertThat(Case.of(model).knows("engagedContacts", 2L).engaged()).isEqualTo(20);
        assertEngagement(model, 15, "WEBINAR_ATTENDED executive", 1);
        assertEngagement(model, 0, "WEBINAR_ATTENDED product", 1);
        assertEngagement(model, 10, "CONTENT_DOWNLOADED roi-guide", 1);
        assertEngagement(model, 0, "PAGE_VIEW pricing", 1);
        assertEngagement(model, 15, "PAGE_VIEW pricing", 2);
        assertNegative(model, -30, "employees=99");
        assertNegative(model, 0, "employees=100");
        assertNegative(model, -15, "titleLevel=individual-contributor");
        assertNegative(model, -50, "emailKind=competitor");
    }

    /** Domain 2.10; a blank is a signal that the model does not score. */
    @ParameterizedTest
    @CsvSource({
        "DEMO_REQUEST,                  1, 30,   , 25, 25,   , 30, 25",
        "TRIAL_SIGN_UP,                 1, 25,   ,   , 20,   ,   , 25",
        "ACCOUNT_CREATED,               1, 15, 15,   ,   , 15,   ,   ",
        "ONBOARDING_COMPLETED,          1, 20, 20,   ,   , 20,   ,   ",
        "CORE_FEATURE_USED,             3, 25, 25,   ,   , 25,   ,   ",
        "PAGE_VIEW pricing,             1, 20, 10,   , 10, 15,   , 15",
        "PAGE_VIEW pricing,             2, 20, 10, 15, 10, 15, 15, 15",
        "TEAM_MEMBER_INVITED,           1, 25, 20,   ,   , 25,   ,   ",
        "USAGE_LIMIT_HIT,               1, 20, 15,   ,   , 20,   ,   ",
        "WEBINAR_ATTENDED executive,    1, 15,   , 10, 10,   , 15, 10",
        "CONTENT_DOWNLOADED whitepaper, 1, 10,   , 10,   ,   ,   ,   ",
        "CONTENT_DOWNLOADED whitepaper, 2, 10,   , 10, 10,   ,   ,   ",
        "CONTENT_DOWNLOADED roi-guide,  1,   ,   ,   ,   ,   , 10,   ",
        "PAGE_VIEW case-study,          2, 15,   ,   ,   ,   ,   ,   ",
        "CONTENT_DOWNLOADED case-study, 1,   ,   ,   ,   ,   ,   , 10",
        "EMAIL_CLICKED sales-email,     1,  5,   , 10,   ,   ,   ,   ",
        "EMAIL_CLICKED sales-email,     3, 15,   , 10, 10,   ,   , 10",
        "PAGE_VIEW blog,                1,  2,   ,   ,   ,   ,   ,   ",
        "PAGE_VIEW blog,                3, 10,   ,   ,   ,   ,   ,   ",
        "PAGE_VIEW blog,                5, 10,   ,   ,   ,   ,   , 10"
    })
    void the_same_signal_gives_different_points(
            String activity,
            int times,
            Integer general,
            Integer tPlg,
            Integer tEnt,
            Integer tMid,
            Integer mPlg,
            Integer mEnt,
            Integer mMid) {
        Integer[] points = {general, tPlg, tEnt, tMid, mPlg, mEnt, mMid};
        for (int i = 0; i < points.length; i++) {
            String name = ALL.get(i);
            assertThat(Case.of(ExampleModels.model(name)).times(times, activity).engaged())
                    .as(name)
                    .isEqualTo(points[i] == null ? 0 : points[i]);
        }
    }

    /** The fit rows of domain 2.10. */
    @ParameterizedTest
    @CsvSource({
        "technologies=hubspot,      15, 10,   ,   , 10,   , 10",
        "technologies=rivalware,    10,   , 10,   ,   ,   ,   ",
        "technologies=competitor-crm, ,   ,   ,   ,   , 10,   ",
        "industry=software,         20, 10, 15, 10, 10, 15, 10",
        "industry=banking,          10,   ,   ,   ,   , 15, 10",
        "country=us,                10,   ,   , 10,   ,   , 10",
        "country=gb,                 5,   ,   ,   ,   ,   , 10",
        "titleLevel=manager,        10,   ,   , 15, 10,   , 15",
        "titleLevel=director,       15,   ,   , 15, 10,   , 15",
        "titleLevel=vp,             20,   , 20, 15, 10, 20, 15",
        "titleLevel=c-suite,        25,   , 20, 15, 10, 20,   ",
        "seniority=decision-maker,  20, 15,   ,   ,   , 15,   ",
        "budgetAuthority=confirmed,   ,   , 15,   ,   ,   ,   "
    })
    void the_same_attribute_gives_different_points(
            String known,
            Integer general,
            Integer tPlg,
            Integer tEnt,
            Integer tMid,
            Integer mPlg,
            Integer mEnt,
            Integer mMid) {
        Integer[] points = {general, tPlg, tEnt, tMid, mPlg, mEnt, mMid};
        for (int i = 0; i < points.length; i++) {
            assertFit(ExampleModels.model(ALL.get(i)), points[i] == null ? 0 : points[i], known);
        }
    }

    private static final List<String> ALL =
            List.of("general", "t-plg", "t-ent", "t-mid", "product-led", "enterprise", "mid-market");

    /** The derived check of "neither alone suffices" of domain 2.11; sums in hundredths. */
    @ParameterizedTest
    @Tag("SCO-14")
    @CsvSource({
        "t-plg, 65, 160, 8500, 4000, 6000, false",
        "t-ent, 70, 150, 7600, 6000, 4000, false",
        "t-mid, 60, 135, 6750, 5000, 5000, false",
        "product-led, 60, 165, 9750, 3000, 7000, true",
        "enterprise, 75, 185, 9300, 6000, 4000, false",
        "mid-market, 65, 140, 7000, 5000, 5000, false"
    })
    void the_most_that_each_combination_gives_and_where_one_part_alone_would_suffice(
            String name,
            int threshold,
            int mostRaw,
            int mostWeighted,
            int fitOnly,
            int engagementOnly,
            boolean floors) {
        ScoringModel model = ExampleModels.model(name);
        int fit = model.fitMaximum();
        int engaged = model.engagementMaximum();

        assertThat(model.threshold()).isEqualTo(threshold);
        assertThat(total(model, Combination.RAW, fit, engaged)).isEqualTo(100L * mostRaw);
        assertThat(total(model, Combination.WRAW, fit, engaged)).isEqualTo(mostWeighted);
        assertThat(total(model, Combination.NORM, fit, engaged)).isEqualTo(10_000);
        assertThat(total(model, Combination.NORM, fit, 0)).isEqualTo(fitOnly);
        assertThat(total(model, Combination.NORM, 0, engaged)).isEqualTo(engagementOnly);
        assertThat(Math.max(fitOnly, engagementOnly) >= 100 * threshold).isEqualTo(floors);
        assertThat(List.of(model.fitFloor(), model.engagementFloor())).containsExactly(1, 1);
    }

    @Test
    void under_raw_points_fit_alone_reaches_the_enterprise_and_engagement_alone_the_product_led_threshold() {
        ScoringModel enterprise = ExampleModels.model("enterprise");
        ScoringModel productLed = ExampleModels.model("product-led");
        assertThat(total(enterprise, Combination.RAW, enterprise.fitMaximum(), 0))
                .isEqualTo(9500);
        assertThat(total(productLed, Combination.RAW, 0, productLed.engagementMaximum()))
                .isEqualTo(12_000);
    }

    @Test
    @Tag("SCO-22")
    void scores_lie_between_0_and_100_and_thresholds_between_50_and_80_or_lint_warns() {
        for (String name : ALL) {
            ScoringModel model = ExampleModels.model(name);
            assertThat(model.threshold()).as(name).isBetween(50, 80);
            assertThat(total(model, Combination.NORM, model.fitMaximum(), model.engagementMaximum()))
                    .isEqualTo(10_000);
            Scorecard worst = Case.of(model).knows("emailKind", "competitor").card();
            assertThat(worst.total()).as(name).isZero();
            assertThat(List.of(warnings(name, 50), warnings(name, 80))).containsOnly(List.of());
            assertThat(warnings(name, 49))
                    .containsExactly("Expected a threshold from 50 to 80, as is typical, but found 49 (SCO-22)");
            assertThat(warnings(name, 81))
                    .containsExactly("Expected a threshold from 50 to 80, as is typical, but found 81 (SCO-22)");
        }
    }

    private static List<String> warnings(String name, int threshold) {
        String model = ExampleModels.model(name).name();
        String changes = "scoring: {models: [{model: " + model + ", threshold: " + threshold + "}]}";
        return ExampleModels.read(name, changes).problems().stream()
                .map(Problem::message)
                .toList();
    }

    private static long total(ScoringModel model, Combination combination, int fit, int engagement) {
        Ledger ledger = new Ledger(2);
        ledger.fit("fit", fit, null);
        ledger.engagement("engagement", new Award(100L * engagement, 100L * engagement, null), null);
        return ledger.combine(ExampleModels.with(model, combination), 0).total();
    }

    private static ScoringModel model(
            String name, int fitWeight, int engagementWeight, int threshold, int mostFit, int mostEngagement) {
        ScoringModel model = ExampleModels.model(name);
        assertThat(List.of(
                        model.fitWeight(),
                        model.engagementWeight(),
                        model.threshold(),
                        model.fitMaximum(),
                        model.engagementMaximum()))
                .containsExactly(fitWeight, engagementWeight, threshold, mostFit, mostEngagement);
        assertThat(model.combination()).isEqualTo(Combination.NORM);
        return model;
    }

    private static void assertFit(ScoringModel model, int points, String... known) {
        for (String each : known) {
            assertThat(knowing(model, each).fit())
                    .as("%s: %s", model.name(), each)
                    .isEqualTo(points);
        }
    }

    private static void assertNegative(ScoringModel model, int points, String known) {
        assertThat(knowing(model, known).negative(Duration.ZERO)).as(known).isEqualTo(points);
    }

    private static void assertEngagement(ScoringModel model, int points, String activity, int times) {
        assertThat(Case.of(model).times(times, activity).engaged()).as(activity).isEqualTo(points);
    }

    private static Case knowing(ScoringModel model, String known) {
        String[] words = known.split("=");
        return Case.of(model).knows(words[0], words[1].matches("[0-9]+") ? Long.valueOf(words[1]) : words[1]);
    }
}
