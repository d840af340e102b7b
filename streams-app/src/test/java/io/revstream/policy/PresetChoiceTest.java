package io.revstream.policy;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.Profile.ContractValue;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import io.revstream.scoring.Models;
import io.revstream.state.Occurrence;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("SCO-15")
class PresetChoiceTest {

    @ParameterizedTest
    @CsvSource({
        // motion, from, to: both agree on a model
        "product-led, 500, 5000, product-led",
        "product-led, 1200, 1200, product-led",
        "sales-led, 50000, 50000, enterprise",
        "sales-led, 80000, 400000, enterprise",
        "hybrid, 5000, 25000, mid-market",
        "hybrid, 12000, 12000, mid-market",
        // the edge of two ranges: the way of selling decides, and without it the upper
        "product-led, 5000, 5000, product-led",
        "hybrid, 5000, 5000, mid-market",
        ", 5000, 5000, mid-market",
        // the contract value decides where they do not agree, or only it is known
        "product-led, 12000, 12000, mid-market",
        "hybrid, 60000, 60000, enterprise",
        "sales-led, 900, 900, product-led",
        ", 60000, 90000, enterprise",
        ", 700, 4000, product-led",
    })
    void contractValueAndMotionChooseAPreset(String motion, long from, long to, String preset) {
        PresetChoice choice = PresetChoice.of(motion, new ContractValue(from, to, "USD"), "mid-market");

        assertThat(choice.preset()).isEqualTo(preset);
        assertThat(choice.fallback()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sales-led, 25001, 49999",
        "hybrid, 30000, 30000",
        "product-led, 100, 499",
        ", 40000, 40000",
        "hybrid, 20000, 60000"
    })
    void contractsThatNoModelIsMadeForTakeTheFallback(String motion, long from, long to) {
        PresetChoice usual = PresetChoice.of(motion, new ContractValue(from, to, "USD"), PresetChoice.FALLBACK);
        PresetChoice named = PresetChoice.of(motion, new ContractValue(from, to, "USD"), "enterprise");

        assertThat(usual.preset()).isEqualTo("mid-market");
        assertThat(named.preset()).isEqualTo("enterprise");
        assertThat(named.fallback()).isTrue();
        assertThat(named.because()).contains("no model is made for contracts of " + from, "the fallback applies");
    }

    @ParameterizedTest
    @CsvSource({"product-led, product-led", "sales-led, enterprise", "hybrid, mid-market"})
    void withoutAContractValueTheMotionDecides(String motion, String preset) {
        PresetChoice choice = PresetChoice.of(motion, null, "mid-market");

        assertThat(choice.preset()).isEqualTo(preset);
        assertThat(choice.because()).isEqualTo("the contract value is not stated, so " + motion + " decides");
        assertThat(PresetChoice.of(motion, new ContractValue(900, 900, "EUR"), "mid-market")
                        .preset())
                .as("ranges are in dollars")
                .isEqualTo(preset);
    }

    @Test
    void withNothingKnownTheFallbackApplies() {
        PresetChoice choice = PresetChoice.of(null, null, "mid-market");

        assertThat(choice.preset()).isEqualTo("mid-market");
        assertThat(choice.fallback()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "product-led, M-PLG, 60, MONTHLY",
        "enterprise, M-ENT, 75, QUARTERLY",
        "mid-market, M-MID, 65, QUARTERLY",
    })
    void eachPresetBringsItsModelThresholdAndCadence(String preset, String model, int threshold, Cadence cadence) {
        PresetChoice choice = PresetChoice.of(null, null, preset);

        assertThat(choice.model()).isEqualTo(model);
        assertThat(choice.threshold()).isEqualTo(threshold);
        assertThat(choice.cadence()).isEqualTo(cadence);
    }

    @Test
    void severalModelsMayBeActiveBySegment() {
        String segments = Presets.text("mid-market").replace("    - model: M-MID\n", """
                            - model: LARGE
                              when: [{attribute: employees, from: 1001}]
                              combination: RAW
                              threshold: 60
                              fit: [{rule: large, attribute: employees, from: 1001, points: 40}]
                              engagement: [{rule: demo, any: [{kind: DEMO_REQUEST}], points: 30}]
                              negative: [{rule: rival, attribute: emailKind, in: [competitor], points: -50}]
                            - model: M-MID
                        """);
        Policy policy = PolicyReader.read("segments.yaml", segments).orThrow();

        assertThat(policy.scoring().models()).extracting(ScoringModel::name).containsExactly("LARGE", "M-MID");
        assertThat(Models.of(policy, employees(5000)).name()).isEqualTo("LARGE");
        assertThat(Models.of(policy, employees(200)).name()).isEqualTo("M-MID");
    }

    private static Facts employees(int employees) {
        LeadAttributes attributes =
                LeadAttributes.newBuilder().setEmployees(employees).build();
        LeadProfile profile = LeadProfile.EMPTY.with(attributes, new Occurrence(Instant.EPOCH, "enriched"));
        return new LeadFacts(profile, Presets.policy("mid-market"), Facts.NONE);
    }

    @Test
    void whatTheTableSaysOfAShippedPresetIsSo() {
        assertThat(Presets.names()).isEqualTo(PresetChoice.presets());
        for (PresetChoice.Row row : PresetChoice.ROWS) {
            Policy policy = Presets.policy(row.preset());
            assertThat(policy.profile().motion()).as(row.preset()).isEqualTo(row.motion());
            assertThat(row.covers(policy.profile().contractValue()))
                    .as(row.preset())
                    .isTrue();
            assertThat(policy.calibration().cadence()).as(row.preset()).isEqualTo(row.cadence());
            assertThat(policy.scoring().models())
                    .as(row.preset())
                    .singleElement()
                    .satisfies(model -> {
                        assertThat(model.name()).isEqualTo(row.model());
                        assertThat(model.threshold()).isEqualTo(row.threshold());
                    });
        }
    }

    @Test
    void aFallbackThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> PresetChoice.of(null, null, "middle"))
                .hasMessage("Expected a preset of [enterprise, mid-market, product-led], but found middle");
    }
}
