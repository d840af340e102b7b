package io.revstream.policy;

import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.policy.Span.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PresetsTest {

    private static final LocalDate AT_RELEASE = LocalDate.of(2026, 11, 22);
    private static final Policy MID_MARKET = Presets.policy("mid-market");

    static List<String> names() {
        return Presets.names();
    }

    @Test
    void the_shipped_presets_are_listed() {
        assertThat(Presets.names()).containsExactly("enterprise", "mid-market", "product-led");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_preset_reads_without_a_word_and_is_called_what_its_file_is(String name) {
        PolicyReading reading = PolicyReader.read(name, Presets.text(name), AT_RELEASE);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().name()).isEqualTo(name);
    }

    @Test
    void a_preset_that_is_not_there_is_told_with_its_likeness() {
        assertThatThrownBy(() -> Presets.text("midmarket"))
                .hasMessageStartingWith("Expected a preset")
                .hasMessageEndingWith("but found \"midmarket\": did you mean \"mid-market\"?");
    }

    @Test
    @Tag("SCO-21")
    void the_mid_market_model_has_the_points_negatives_and_threshold_of_its_table() {
        ScoringModel model = MID_MARKET.scoring().models().get(0);

        assertThat(model.name()).isEqualTo("M-MID");
        assertThat(List.of(model.fitWeight(), model.engagementWeight(), model.threshold()))
                .containsExactly(50, 50, 65);
        assertThat(model.fit())
                .extracting(FitRule::rule, FitRule::points)
                .containsExactly(
                        tuple("company-size", 15),
                        tuple("target-industry", 10),
                        tuple("manager-to-vp", 15),
                        tuple("target-geography", 10),
                        tuple("complementary-tool", 10));
        assertThat(model.fit().get(0).condition()).isEqualTo(new Condition("employees", 50L, 1000L, null, null));
        assertThat(model.fit().get(2).condition().in()).containsExactlyInAnyOrder("manager", "director", "vp");
        assertThat(model.engagement())
                .extracting(rule -> rule.signals().any(), rule -> rule.signals().atLeast(), EngagementRule::points)
                .containsExactly(
                        tuple(List.of(new Signal("DEMO_REQUEST", null), new Signal("TRIAL_SIGN_UP", null)), 1, 25),
                        tuple(List.of(new Signal("PAGE_VIEW", "pricing")), 1, 15),
                        tuple(List.of(new Signal("CONTENT_DOWNLOADED", "case-study")), 1, 10),
                        tuple(List.of(new Signal("WEBINAR_ATTENDED", null)), 1, 10),
                        tuple(List.of(new Signal("EMAIL_CLICKED", null)), 3, 10),
                        tuple(List.of(new Signal("PAGE_VIEW", "blog")), 5, 10));
        assertThat(model.negative())
                .extracting(NegativeRule::rule, NegativeRule::points)
                .containsExactly(
                        tuple("personal-email", -10),
                        tuple("no-engagement", -10),
                        tuple("competitor", -50),
                        tuple("student-or-intern", -25),
                        tuple("hard-bounce", -50),
                        tuple("spam-complaint", -100));
        assertThat(model.negative().get(1).absentFor()).isEqualTo(new Span(30, Unit.D));
        assertThat(List.of(model.fitMaximum(), model.engagementMaximum())).containsExactly(60, 80);
    }

    @Test
    void its_decays_are_those_of_the_same_signals_in_the_general_table() {
        assertThat(MID_MARKET.scoring().models().get(0).engagement())
                .extracting(EngagementRule::decay)
                .containsExactly(
                        null,
                        new Decay(5, new Span(1, Unit.W)),
                        new Decay(5, new Span(2, Unit.W)),
                        new Decay(5, new Span(1, Unit.MO)),
                        new Decay(2, new Span(1, Unit.MO)),
                        new Decay(5, new Span(2, Unit.W)));
    }

    @Test
    void territories_hold_the_regions_of_their_table() {
        Map<String, String> territories = Map.of(
                "west",
                "CA WA OR NV AZ UT CO HI",
                "central",
                "TX IL MN MO OH MI WI IN",
                "east",
                "NY MA PA NJ CT VA FL GA");

        territories.forEach((team, states) -> assertThat(territory(team).when())
                .singleElement()
                .satisfies(condition -> assertThat(condition.in())
                        .containsExactlyInAnyOrder(List.of(states.split(" ")).stream()
                                .map(state -> "us-" + state.toLowerCase(java.util.Locale.ROOT))
                                .toArray(String[]::new))));
        assertThat(territory("international").when())
                .containsExactly(new Condition("country", null, null, null, Set.of("us")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void deal_stages_are_those_of_their_table(String name) {
        assertThat(Presets.policy(name).pipeline().stages())
                .extracting(DealStage::stage)
                .containsExactly(
                        "Qualified", "Discovery", "Demo", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
    }

    @ParameterizedTest
    @MethodSource("names")
    void all_eight_reason_codes_are_there_and_mean_the_same(String name) {
        assertThat(Presets.policy(name).rejection().reasons())
                .isEqualTo(MID_MARKET.rejection().reasons())
                .containsOnlyKeys("FIT-01", "FIT-02", "FIT-03", "ENG-01", "ENG-02", "QUAL-01", "QUAL-02", "QUAL-03");
    }

    @ParameterizedTest
    @CsvSource({
        "product-led, 'Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist'",
        "mid-market,  'Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist'",
        "enterprise,  'Subscriber, Lead, MQL, SAL, SQL, Opportunity, Customer, Evangelist'"
    })
    void stages_are_those_of_the_list_that_fits(String name, String stages) {
        assertThat(Presets.policy(name).lifecycle().names()).containsExactly(stages.split(", "));
    }

    /** Spans as the policies write them; domain 5.1 and 5.2. */
    @ParameterizedTest
    @CsvSource({
        "product-led, first-contact, 1h",
        "product-led, decision, 48h",
        "product-led, queue, 1h",
        "product-led, enrichment, 24h",
        "product-led, opportunity, 5bd",
        "product-led, cs-handoff, 48h",
        "mid-market, first-contact, 4bh",
        "mid-market, queue, 1h",
        "enterprise, first-contact, 4bh",
        "enterprise, decision, 48h",
        "enterprise, queue, 1h",
        "enterprise, enrichment, 24h",
        "enterprise, sal-contact, 1h",
        "enterprise, discovery, 3d",
        "enterprise, opportunity, 5bd",
        "enterprise, cs-handoff, 48h"
    })
    void clocks_are_due_when_their_tables_say(String name, String clock, String target) {
        assertThat(Presets.policy(name).sla().clocks())
                .filteredOn(one -> one.clock().equals(clock))
                .singleElement()
                .satisfies(one -> assertThat(one.target()).hasToString(target));
    }

    @Test
    void the_product_led_chain_of_the_first_contact_is_that_of_the_minutes() {
        assertThat(Presets.policy("product-led").sla().clocks().get(0).chain())
                .extracting(step -> step.step() + " " + step.at())
                .containsExactly("reminder 5min", "backup 15min", "manager 30min", "reassign 1h");
    }

    @Test
    void the_enterprise_territories_are_those_of_the_mid_market_one() {
        assertThat(Presets.policy("enterprise").routing().territories())
                .extracting(
                        Territory::territory,
                        one -> one.when().get(0).in(),
                        one -> one.when().get(0).notIn())
                .containsExactlyElementsOf(MID_MARKET.routing().territories().stream()
                        .map(one -> tuple(
                                one.territory(),
                                one.when().get(0).in(),
                                one.when().get(0).notIn()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_profile_states_all_inputs_and_marketing_hands_over_with_a_clock(String name) {
        Policy policy = Presets.policy(name);

        assertThat(policy.profile().gaps()).isEmpty();
        assertThat(policy.mql().manual()).containsExactlyInAnyOrder("marketing", "sdr");
        assertThat(policy.lifecycle().stages())
                .filteredOn(stage -> stage.stage().equals("MQL"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.handoff().clock()).isEqualTo("first-contact"));
    }

    private static Territory territory(String name) {
        return MID_MARKET.routing().territories().stream()
                .filter(one -> one.territory().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
