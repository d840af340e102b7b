package io.revstream.policy;

import io.revstream.policy.SpeedRules.Band;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SpeedRulesTest {

    private static final SpeedRules MID_MARKET = Presets.policy("mid-market").speedToLead();

    @ParameterizedTest
    @Tag("SLA-27")
    @CsvSource({
        "0, under-5-minutes",
        "299999, under-5-minutes",
        "300000, 5-10-minutes",
        "599999, 5-10-minutes",
        "600000, 10-30-minutes",
        "1799999, 10-30-minutes",
        "1800000, 30-60-minutes",
        "3599999, 30-60-minutes",
        "3600000, 1-24-hours",
        "86399999, 1-24-hours",
        "86400000, over-24-hours",
        "864000000, over-24-hours"
    })
    void a_response_belongs_to_the_band_whose_lower_edge_it_reaches(long millis, String band) {
        assertThat(MID_MARKET.band(Duration.ofMillis(millis)).band()).isEqualTo(band);
    }

    @Test
    void the_presets_have_the_bands_rates_and_target_of_the_table() {
        assertThat(Presets.names()).allSatisfy(name -> {
            SpeedRules rules = Presets.policy(name).speedToLead();
            assertThat(rules.bands())
                    .extracting(Band::expected)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(
                            new BigDecimal(21),
                            new BigDecimal(10),
                            new BigDecimal(4),
                            new BigDecimal(2),
                            new BigDecimal(1),
                            new BigDecimal("0.4"));
            assertThat(rules.target()).isEqualTo(90);
            assertThat(rules.week()).isEqualTo(DayOfWeek.MONDAY);
            List<String> stages = Presets.policy(name).lifecycle().names();
            assertThat(rules.qualified() == null ? stages.get(stages.indexOf("MQL") + 1) : rules.qualified())
                    .isEqualTo("SQL");
        });
    }

    @Test
    void the_summary_that_differs_from_the_table_can_be_written_too() {
        String bands = """
                speedToLead:
                  clock: contact
                  bands:
                    - {band: under-5-minutes, below: 5min, expected: 21}
                    - {band: 5-30-minutes, below: 30min}
                    - {band: 30-minutes-to-24-hours, below: 24h, fallsBy: 10}
                    - {band: over-24-hours, note: effectively cold}
                """;
        PolicyReading reading = PolicyReader.read("p", SmallPolicy.YAML + bands);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().speedToLead().bands())
                .extracting(Band::band, band -> words(band.expected()), band -> words(band.fallsBy()), Band::note)
                .containsExactly(
                        tuple("under-5-minutes", "21", null, null),
                        tuple("5-30-minutes", null, null, null),
                        tuple("30-minutes-to-24-hours", null, "10", null),
                        tuple("over-24-hours", null, null, "effectively cold"));
        assertThat(PolicyText.of(reading.orThrow())).contains("""
                Speed-to-lead
                  From start to stop of the clock contact; 90 % are to be contacted before it is due; weeks begin on monday
                  Converted is who enters the first stage behind the promotion
                    under-5-minutes      below 5min   21 times the baseline
                    5-30-minutes         below 30min
                    30-minutes-to-24-hours below 24h    10 times lower than the band before
                    over-24-hours        or slower    effectively cold
                """);
    }

    private static String words(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
