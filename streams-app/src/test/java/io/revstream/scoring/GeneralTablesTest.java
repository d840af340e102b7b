package io.revstream.scoring;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import io.revstream.state.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The general tables (domain 2.2 to 2.7), row by row with their figures, as {@code general.yaml} has them. */
class GeneralTablesTest {

    private static final Policy POLICY = ExampleModels.policy("general");
    private static final ScoringModel MODEL = POLICY.scoring().models().get(0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @ParameterizedTest
    @Tag("SCO-02")
    @CsvSource({
        "FC-1, employees, 1, 5",
        "FC-1, employees, 10, 5",
        "FC-2, employees, 11, 10",
        "FC-2, employees, 50, 10",
        "FC-3, employees, 51, 15",
        "FC-3, employees, 200, 15",
        "FC-4, employees, 201, 20",
        "FC-4, employees, 1000, 20",
        "FC-5, employees, 1001, 15",
        "FC-5, employees, 250000, 15",
        "FC-6, industry, software, 20",
        "FC-7, industry, banking, 10",
        "FC-8, industry, farming, 0",
        "FC-9, revenue, 999999, 5",
        "FC-10, revenue, 1000000, 10",
        "FC-10, revenue, 9999999, 10",
        "FC-11, revenue, 10000000, 15",
        "FC-11, revenue, 99999999, 15",
        "FC-12, revenue, 100000000, 20",
        "FC-13, country, us, 10",
        "FC-14, country, gb, 5",
        "FC-15, country, br, 0"
    })
    void company_fit(String rule, String attribute, String value, int points) {
        assertRow(rule, attribute, value, points);
    }

    @Test
    @Tag("SCO-02")
    void a_company_of_more_than_1000_gives_25_points_when_the_policy_is_focused_on_enterprises() {
        ScoringModel focused = ExampleModels.model("general", "profile: {enterpriseFocused: true}");

        assertThat(Case.of(focused).knows("employees", 1001L).fit()).isEqualTo(25);
        assertThat(Case.of(focused).knows("employees", 1000L).fit()).isEqualTo(20);
        assertThat(focused.fitMaximum()).isEqualTo(165);
        assertThat(MODEL.fitMaximum()).isEqualTo(160);
    }

    @ParameterizedTest
    @Tag("SCO-03")
    @CsvSource({
        "FP-1, titleLevel, c-suite, 25",
        "FP-2, titleLevel, vp, 20",
        "FP-3, titleLevel, director, 15",
        "FP-4, titleLevel, manager, 10",
        "FP-5, titleLevel, individual-contributor, 5",
        "FP-6, department, marketing, 15",
        "FP-7, department, finance, 5",
        "FP-8, department, legal, 0",
        "FP-9, seniority, decision-maker, 20",
        "FP-10, seniority, influencer, 10",
        "FP-11, seniority, end-user, 5"
    })
    void contact_fit(String rule, String attribute, String value, int points) {
        assertRow(rule, attribute, value, points);
    }

    @ParameterizedTest
    @Tag("SCO-03")
    @CsvSource({
        "CEO, 25",
        "CTO, 25",
        "CMO, 25",
        "VP Sales, 20",
        "Director of Marketing, 15",
        "Marketing Manager, 10",
        "Data Analyst, 5"
    })
    void titles_as_they_are_written_lead_to_their_levels(String title, int points) {
        assertThat(told(lead -> lead.setTitle(title)).fit()).isEqualTo(100L * points);
    }

    @ParameterizedTest
    @Tag("SCO-04")
    @CsvSource({
        "FT-1, technologies, hubspot, 15",
        "FT-2, technologies, rivalware, 10",
        "FT-3, technologies, spreadsheets, 20",
        "FT-4, stackMaturity, modern, 10",
        "FT-5, stackMaturity, legacy, 5"
    })
    void technology_fit(String rule, String attribute, String value, int points) {
        assertRow(rule, attribute, value, points);
    }

    @Test
    @Tag("SCO-13")
    void of_the_tools_in_use_the_highest_row_pays_or_all_of_them_as_the_policy_says() {
        Facts all = facts(lead -> lead.setTechnologies(List.of("HubSpot", "Rivalware", "Spreadsheets")));
        String stacking = """
                scoring:
                  models:
                    - model: GENERAL
                      fit:
                        - {rule: FT-1, group: tool-1}
                        - {rule: FT-2, group: tool-2}
                        - {rule: FT-3, group: tool-3}
                """;

        assertThat(score(MODEL, all).lines()).extracting(ScoreLine::rule).containsExactly("FT-3");
        assertThat(score(MODEL, all).fit()).isEqualTo(2000);
        ScoringModel stacked = ExampleModels.model("general", stacking);
        assertThat(score(stacked, all).fit()).isEqualTo(4500);
        assertThat(stacked.fitMaximum()).isEqualTo(185);
    }

    @ParameterizedTest
    @Tag("SCO-13")
    @CsvSource({
        "employees, 1000, FC-4",
        "revenue, 1000000, FC-10",
        "revenue, 10000000, FC-11",
        "revenue, 100000000, FC-12"
    })
    void a_shared_edge_belongs_to_the_lower_band_of_size_and_the_upper_band_of_revenue(
            String attribute, long value, String rule) {
        assertThat(Case.of(MODEL).knows(attribute, value).card().lines())
                .extracting(ScoreLine::rule)
                .containsExactly(rule);
    }

    @Test
    @Tag("SCO-13")
    void each_attribute_is_a_group_of_which_exactly_one_row_pays() {
        assertThat(new TreeSet<>(MODEL.fit().stream().map(FitRule::group).toList()))
                .containsExactly(
                        "department",
                        "geography",
                        "industry",
                        "maturity",
                        "revenue",
                        "seniority",
                        "size",
                        "stack",
                        "title");
        for (long employees = 1; employees <= 1200; employees++) {
            assertThat(Case.of(MODEL).knows("employees", employees).card().lines())
                    .as("%d employees", employees)
                    .hasSize(1);
        }
        Map<String, ?> everything = Map.of(
                "employees",
                300L,
                "industry",
                "software",
                "revenue",
                5_000_000L,
                "country",
                "us",
                "titleLevel",
                "vp",
                "department",
                "sales",
                "seniority",
                "influencer",
                "technologies",
                "hubspot",
                "stackMaturity",
                "modern");
        assertThat(Case.of(MODEL).knows(everything).card().lines()).hasSize(9);
    }

    @ParameterizedTest
    @Tag("SCO-05")
    @CsvSource({
        "EH-1, DEMO_REQUEST, 1, 30, 0, 0, never",
        "EH-2, PAGE_VIEW pricing, 1, 20, 5, 7, 28",
        "EH-3, TRIAL_SIGN_UP, 1, 25, 0, 0, never",
        "EH-4, CONTACT_SALES, 1, 30, 0, 0, never",
        "EH-5, PAGE_VIEW case-study, 2, 15, 5, 14, 42",
        "EH-6, PAGE_VIEW comparison, 1, 15, 5, 7, 21",
        "EH-7, CALCULATOR_USED, 1, 20, 5, 14, 56"
    })
    void high_intent(String rule, String activity, int times, int points, int step, int days, String zeroAfterDays) {
        assertSignal(rule, activity, times, points, step, days, zeroAfterDays);
    }

    @ParameterizedTest
    @Tag("SCO-06")
    @CsvSource({
        "EM-1, WEBINAR_REGISTERED, 1, 10, 5, 30, 60",
        "EM-2, WEBINAR_ATTENDED, 1, 15, 5, 30, 90",
        "EM-3, CONTENT_DOWNLOADED whitepaper, 1, 10, 5, 30, 60",
        "EM-4, PAGE_VIEW blog, 3, 10, 5, 14, 28",
        "EM-5, EMAIL_CLICKED, 1, 5, 2, 30, 90",
        "EM-6, EMAIL_OPENED, 3, 5, 2, 30, 90",
        "EM-7, SOCIAL_ENGAGED, 1, 5, 2, 30, 90"
    })
    void medium_intent(String rule, String activity, int times, int points, int step, int days, String zeroAfterDays) {
        assertSignal(rule, activity, times, points, step, days, zeroAfterDays);
    }

    @ParameterizedTest
    @Tag("SCO-07")
    @CsvSource({
        "EL-1, PAGE_VIEW blog, 1, 2, 2, 30, 30",
        "EL-2, EMAIL_OPENED newsletter, 1, 2, 1, 30, 60",
        "EL-3, EMAIL_OPENED, 1, 1, 1, 30, 30",
        "EL-4, PAGE_VIEW homepage, 1, 1, 1, 7, 7"
    })
    void low_intent(String rule, String activity, int times, int points, int step, int days, String zeroAfterDays) {
        assertSignal(rule, activity, times, points, step, days, zeroAfterDays);
    }

    @Test
    @Tag("SCO-07")
    void a_visit_of_the_homepage_counts_only_as_long_as_no_other_page_was_visited() {
        Case visitor = Case.of(MODEL).did("PAGE_VIEW homepage", "EMAIL_OPENED");
        assertThat(visitor.points("EL-4")).isEqualTo(1);
        assertThat(visitor.did("PAGE_VIEW blog").points("EL-4")).isZero();
    }

    @ParameterizedTest
    @Tag("SCO-08")
    @CsvSource({
        "EP-1, ACCOUNT_CREATED, 1, 15, 0, 0, never",
        "EP-2, ONBOARDING_COMPLETED, 1, 20, 0, 0, never",
        "EP-3, CORE_FEATURE_USED, 3, 25, 5, 30, 150",
        "EP-4, TEAM_MEMBER_INVITED, 1, 25, 0, 0, never",
        "EP-5, USAGE_LIMIT_HIT, 1, 20, 10, 30, 60",
        "EP-6, DATA_EXPORTED, 1, 10, 5, 30, 60",
        "EP-7, INTEGRATION_CONNECTED, 1, 15, 0, 0, never"
    })
    void product_usage(String rule, String activity, int times, int points, int step, int days, String zeroAfterDays) {
        assertSignal(rule, activity, times, points, step, days, zeroAfterDays);
    }

    @Test
    @Tag("SCO-08")
    void five_active_days_in_a_week_give_20_points_and_two_inactive_weeks_take_10() {
        assertThat(Case.of(MODEL).onDays(4, "LOGGED_IN").points("EP-8")).isZero();
        assertThat(Case.of(MODEL).times(9, "LOGGED_IN").points("EP-8")).isZero();
        Case active = Case.of(MODEL).onDays(5, "LOGGED_IN");
        Duration last = DAY.multipliedBy(4);

        assertThat(active.points("EP-8", last)).isEqualTo(20);
        assertThat(active.points("EP-8", last.plusDays(14).minus(MOMENT))).isEqualTo(20);
        assertThat(active.points("EP-8", last.plusDays(14))).isEqualTo(10);
        assertThat(active.points("EP-8", last.plusDays(28).minus(MOMENT))).isEqualTo(10);
        assertThat(active.points("EP-8", last.plusDays(28))).isZero();
    }

    @Test
    @Tag("SCO-11")
    void what_decays_with_inactivity_is_held_up_by_any_use_of_the_product() {
        Case used = Case.of(MODEL).times(3, "CORE_FEATURE_USED");
        assertThat(used.points("EP-3", DAY.multipliedBy(31))).isEqualTo(20);
        used.did("LOGGED_IN", DAY.multipliedBy(40));
        assertThat(used.points("EP-3", DAY.multipliedBy(69))).isEqualTo(25);
        assertThat(used.points("EP-3", DAY.multipliedBy(70))).isEqualTo(20);
        assertThat(used.nextChange(DAY.multipliedBy(41))).isEqualTo(Case.MONDAY_9AM.plus(DAY.multipliedBy(70)));

        Case daily = Case.of(MODEL).onDays(5, "LOGGED_IN").did("DATA_EXPORTED", DAY.multipliedBy(20));
        assertThat(daily.points("EP-8", DAY.multipliedBy(33))).isEqualTo(20);
        assertThat(daily.points("EP-8", DAY.multipliedBy(34))).isEqualTo(10);
    }

    @Test
    @Tag("SCO-11")
    void ninety_days_without_a_visit_of_the_site_cost_15_points_until_the_next() {
        Case visitor = Case.of(MODEL).did("PAGE_VIEW blog").did("EMAIL_OPENED", DAY.multipliedBy(80));
        assertThat(visitor.negative(DAY.multipliedBy(90).minus(MOMENT))).isZero();
        assertThat(visitor.negative(DAY.multipliedBy(90))).isEqualTo(-15);
        visitor.did("PAGE_VIEW homepage", DAY.multipliedBy(91));
        assertThat(visitor.negative(DAY.multipliedBy(91))).isZero();
        assertThat(visitor.negative(DAY.multipliedBy(181))).isEqualTo(-15);
    }

    @Test
    @Tag("SCO-11")
    void fourteen_days_without_a_login_cost_15_points_in_the_product_led_model() {
        Case user = Case.of(ExampleModels.model("product-led")).did("LOGGED_IN").did("PAGE_VIEW", DAY.multipliedBy(10));
        assertThat(user.negative(DAY.multipliedBy(14).minus(MOMENT))).isZero();
        assertThat(user.negative(DAY.multipliedBy(14))).isEqualTo(-15);
        assertThat(user.did("LOGGED_IN", DAY.multipliedBy(15)).negative(DAY.multipliedBy(15)))
                .isZero();
    }

    @Test
    @Tag("SCO-11")
    void thirty_days_without_any_engagement_cost_10_points_in_the_mid_market_model() {
        Case lead = Case.of(ExampleModels.model("mid-market")).did("EMAIL_OPENED");
        assertThat(lead.negative(DAY.multipliedBy(30).minus(MOMENT))).isZero();
        assertThat(lead.negative(DAY.multipliedBy(30))).isEqualTo(-10);
        assertThat(lead.did("SOCIAL_ENGAGED", DAY.multipliedBy(31)).negative(DAY.multipliedBy(31)))
                .isZero();
    }

    @Test
    @Tag("SCO-12")
    void the_rule_of_a_group_takes_the_place_of_its_single_rule_as_long_as_it_gives_points() {
        Case two = Case.of(MODEL).times(2, "PAGE_VIEW blog");
        assertThat(List.of(two.points("EL-1"), two.points("EM-4"))).containsExactly(2.0, 0.0);
        Case three = Case.of(MODEL).times(3, "PAGE_VIEW blog");
        assertThat(List.of(three.points("EL-1"), three.points("EM-4"))).containsExactly(0.0, 10.0);
        assertThat(three.engaged()).isEqualTo(10);

        Case opened = Case.of(MODEL).times(3, "EMAIL_OPENED");
        assertThat(List.of(opened.points("EL-3"), opened.points("EM-6"))).containsExactly(0.0, 5.0);

        // The group has decayed after 28 days; a visit of day 20 gives its two points again from then on.
        Case returned = Case.of(MODEL).times(3, "PAGE_VIEW blog").did("PAGE_VIEW blog", DAY.multipliedBy(20));
        Duration zero = DAY.multipliedBy(28).plusSeconds(2);
        assertThat(returned.engaged(zero.minus(MOMENT))).isEqualTo(5);
        assertThat(returned.engaged(zero)).isEqualTo(2);
        assertThat(returned.nextChange(DAY.multipliedBy(27))).isEqualTo(Case.MONDAY_9AM.plus(zero));
    }

    @ParameterizedTest
    @Tag("SCO-12")
    @CsvSource({
        "general, EH-5, PAGE_VIEW case-study, 2, 30",
        "general, EM-4, PAGE_VIEW blog, 3, 7",
        "general, EM-6, EMAIL_OPENED, 3, 30",
        "general, EP-3, CORE_FEATURE_USED, 3, 30",
        "t-ent, pricing-page, PAGE_VIEW pricing, 2, 30",
        "enterprise, pricing-page, PAGE_VIEW pricing, 2, 30",
        "t-mid, content-downloads, CONTENT_DOWNLOADED, 2, 30",
        "t-mid, email-clicks, EMAIL_CLICKED, 3, 30",
        "mid-market, email-clicks, EMAIL_CLICKED, 3, 30",
        "mid-market, blog-visits, PAGE_VIEW blog, 5, 30"
    })
    void a_counted_signal_needs_as_many_within_its_window(
            String model, String rule, String activity, int atLeast, int days) {
        ScoringModel scoring = ExampleModels.model(model);
        assertThat(Case.of(scoring).times(atLeast - 1, activity).points(rule)).isZero();
        Case inTime = Case.of(scoring).times(atLeast - 1, activity).did(activity, DAY.multipliedBy(days));
        assertThat(inTime.points(rule)).isPositive();
        Case late = Case.of(scoring)
                .times(atLeast - 1, activity)
                .did(activity, DAY.multipliedBy(days).plusSeconds(atLeast));
        assertThat(late.points(rule)).isZero();
    }

    @Test
    @Tag("SCO-12")
    void five_active_days_must_lie_in_one_week() {
        Case spread = Case.of(MODEL).onDays(4, "LOGGED_IN");
        assertThat(spread.did("LOGGED_IN", DAY.multipliedBy(7)).points("EP-8")).isZero();
        Case week = Case.of(MODEL).onDays(4, "LOGGED_IN");
        assertThat(week.did("LOGGED_IN", DAY.multipliedBy(6)).points("EP-8")).isEqualTo(20);
    }

    @Test
    @Tag("SCO-28")
    void every_click_pays_and_decays_by_itself_up_to_the_cap_and_other_rules_pay_once() {
        Case clicks = Case.of(MODEL).did("EMAIL_CLICKED").did("EMAIL_CLICKED", DAY.multipliedBy(10));
        assertThat(clicks.points("EM-5", DAY.multipliedBy(10))).isEqualTo(10);
        assertThat(clicks.points("EM-5", DAY.multipliedBy(30))).isEqualTo(8);
        assertThat(clicks.points("EM-5", DAY.multipliedBy(40))).isEqualTo(6);
        assertThat(clicks.points("EM-5", DAY.multipliedBy(100))).isZero();
        assertThat(clicks.nextChange(DAY.multipliedBy(10))).isEqualTo(Case.MONDAY_9AM.plus(DAY.multipliedBy(30)));
        assertThat(clicks.nextChange(DAY.multipliedBy(30))).isEqualTo(Case.MONDAY_9AM.plus(DAY.multipliedBy(40)));

        assertThat(Case.of(MODEL).times(5, "EMAIL_CLICKED").points("EM-5")).isEqualTo(25);
        assertThat(Case.of(MODEL).times(7, "EMAIL_CLICKED").points("EM-5")).isEqualTo(25);

        Case twice = Case.of(MODEL).did("WEBINAR_ATTENDED").did("WEBINAR_ATTENDED", DAY.multipliedBy(10));
        assertThat(twice.points("EM-2", DAY.multipliedBy(39))).isEqualTo(15);
        assertThat(twice.points("EM-2", DAY.multipliedBy(40))).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "NG-1, emailKind, competitor, -50",
        "NG-2, emailKind, student, -30",
        "NG-3, emailKind, personal, -10",
        "NG-7, titleLevel, student, -25",
        "NG-8, titleLevel, consultant, -10",
        "NG-10, phoneValid, false, -10"
    })
    @Tag("SCO-09")
    void negative_attributes(String rule, String attribute, String value, int points) {
        Case lead = Case.of(MODEL).knows(attribute, value);
        assertThat(lead.points(rule)).isEqualTo(points);
        assertThat(lead.card().negative()).isEqualTo(100L * points);
    }

    @ParameterizedTest
    @CsvSource({"NG-5, EMAIL_HARD_BOUNCED, -50", "NG-6, SPAM_COMPLAINT, -100", "NG-11, PAGE_VIEW careers, -30"})
    @Tag("SCO-09")
    void negative_signals(String rule, String activity, int points) {
        Case lead = Case.of(MODEL).did(activity);
        assertThat(lead.points(rule)).isEqualTo(points);
        assertThat(lead.card().negative()).isEqualTo(100L * points);
    }

    @Test
    @Tag("SCO-09")
    void an_unsubscription_takes_20_points_from_the_engagement_part() {
        Case lead = Case.of(MODEL).did("DEMO_REQUEST", "EMAIL_UNSUBSCRIBED");
        assertThat(lead.engaged()).isEqualTo(10);
        assertThat(lead.card().negative()).isZero();
    }

    @Test
    @Tag("SCO-09")
    void careers_pages_cost_30_points_only_as_long_as_no_other_page_was_visited() {
        assertThat(Case.of(MODEL)
                        .did("PAGE_VIEW careers", "PAGE_VIEW pricing")
                        .card()
                        .negative())
                .isZero();
    }

    @Test
    @Tag("SCO-09")
    void an_absence_of_ninety_days_costs_15_points() {
        assertThat(Case.of(MODEL).points("NG-9", DAY.multipliedBy(90))).isEqualTo(-15);
    }

    @ParameterizedTest
    @Tag("SCO-09")
    @CsvSource({
        "ada@rival.example, -50",
        "ada@college.edu, -30",
        "ada@gmail.com, -10",
        "ada@yahoo.com, -10",
        "ada@example.com, 0"
    })
    void addresses_as_they_are_written_lead_to_their_kinds(String email, int points) {
        assertThat(told(lead -> lead.setEmail(email)).negative()).isEqualTo(100L * points);
    }

    @Test
    @Tag("SCO-09")
    void an_invalid_phone_number_and_a_student_as_they_are_told_cost_their_points() {
        assertThat(told(lead -> lead.setPhoneValid(false)).negative()).isEqualTo(-1000);
        assertThat(told(lead -> lead.setPhoneValid(true)).negative()).isZero();
        assertThat(told(lead -> lead.setTitle("Intern")).negative()).isEqualTo(-2500);
        assertThat(told(lead -> lead.setTitle("Consultant")).negative()).isEqualTo(-1000);
    }

    @Test
    @Tag("SCO-09")
    void personal_and_student_addresses_cost_less_in_a_segment_that_says_so() {
        Policy segmented = ExampleModels.policy("general", """
                scoring:
                  models:
                    - model: GENERAL
                      when: {attribute: employees, from: 51}
                    - model: SMALL-BUSINESS
                      weights: {fit: 50, engagement: 50}
                      threshold: 65
                      fit: [{rule: FC-1, attribute: employees, from: 1, points: 5}]
                      engagement: [{rule: EH-1, any: [{kind: DEMO_REQUEST}], points: 30}]
                      negative:
                        - {rule: NG-2, attribute: emailKind, in: [student], points: -5}
                        - {rule: NG-3, attribute: emailKind, in: [personal], points: -1}
                """);
        assertThat(negative(segmented, 200L, "personal")).isEqualTo(-10);
        assertThat(negative(segmented, 200L, "student")).isEqualTo(-30);
        assertThat(negative(segmented, 20L, "personal")).isEqualTo(-1);
        assertThat(negative(segmented, 20L, "student")).isEqualTo(-5);
    }

    @Test
    void no_row_of_the_tables_is_missing() {
        assertThat(MODEL.fit()).extracting(FitRule::rule).containsExactly(names("FC", 15, "FP", 11, "FT", 5));
        assertThat(MODEL.engagement())
                .extracting(EngagementRule::rule)
                .containsExactly(names("EH", 7, "EM", 7, "EL", 4, "EP", 8));
        assertThat(MODEL.negative()).extracting(NegativeRule::rule).containsExactly(names("NG", 11));
    }

    private static void assertRow(String rule, String attribute, String value, int points) {
        Object known = value.matches("[0-9]+") ? Long.valueOf(value) : value;
        Scorecard card = Case.of(MODEL).knows(attribute, known).card();
        assertThat(card.lines()).extracting(ScoreLine::rule).containsExactly(rule);
        assertThat(card.fit()).isEqualTo(100L * points);
    }

    /** The points at first, after a period, and around the instant at which nothing is left. */
    private static void assertSignal(
            String rule, String activity, int times, int points, int step, int days, String zeroAfterDays) {
        Case lead = Case.of(MODEL).times(times, activity);
        Duration last = Duration.ofSeconds(times - 1L);

        assertThat(lead.points(rule, last)).isEqualTo(points);
        assertThat(lead.engaged(last)).isEqualTo(points);
        if (zeroAfterDays.equals("never")) {
            assertThat(lead.engaged(last.plusDays(10_000))).isEqualTo(points);
            return;
        }
        assertThat(lead.points(rule, last.plusDays(days).minus(MOMENT))).isEqualTo(points);
        assertThat(lead.points(rule, last.plusDays(days))).isEqualTo(points - step);
        Duration zero = last.plusDays(Long.parseLong(zeroAfterDays));
        assertThat(lead.points(rule, zero.minus(MOMENT))).isPositive();
        assertThat(lead.points(rule, zero)).isZero();
    }

    private static double negative(Policy policy, long employees, String emailKind) {
        Facts facts = new KnownFacts(Map.of("employees", employees, "emailKind", emailKind));
        return score(Models.of(policy, facts), facts).negative() / 100.0;
    }

    private static Scorecard told(Consumer<LeadAttributes.Builder> states) {
        return score(MODEL, facts(states));
    }

    private static Facts facts(Consumer<LeadAttributes.Builder> states) {
        LeadAttributes.Builder attributes = LeadAttributes.newBuilder();
        states.accept(attributes);
        LeadProfile profile = LeadProfile.EMPTY.with(attributes.build(), new Occurrence(Case.MONDAY_9AM, "e1"));
        return new LeadFacts(profile, POLICY, Facts.NONE);
    }

    private static Scorecard score(ScoringModel model, Facts facts) {
        return Scoring.score(facts, Engagement.NONE, Case.MONDAY_9AM, model, 0, Case.MONDAY_9AM);
    }

    private static String[] names(Object... prefixesAndCounts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < prefixesAndCounts.length; i += 2) {
            for (int n = 1; n <= (Integer) prefixesAndCounts[i + 1]; n++) {
                names.add(prefixesAndCounts[i] + "-" + n);
            }
        }
        return names.toArray(String[]::new);
    }
}
