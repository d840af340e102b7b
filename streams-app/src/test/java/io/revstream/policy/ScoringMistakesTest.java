package io.revstream.policy;

import io.revstream.document.Problem;
import io.revstream.document.Problem.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("GEN-07")
@Tag("SCO-27")
class ScoringMistakesTest {

    private static final LocalDate A_QUARTER_LATER = LocalDate.of(2027, 1, 1);
    private static final String DOWNLOAD = "any: [{kind: CONTENT_DOWNLOADED}], points: 10";

    @Test
    void content_downloads_that_outweigh_intent_are_warned_of() {
        assertThat(warnings(SmallPolicy.with("any: [{kind: CONTENT_DOWNLOADED}], points: 36", DOWNLOAD)))
                .containsExactly(
                        "p:32:9: warning: Expected intent signals to outweigh content downloads, but they give 35 points and downloads 36 (SCO-27)");
        assertThat(warnings(SmallPolicy.with("any: [{kind: CONTENT_DOWNLOADED}], points: 35", DOWNLOAD)))
                .isEmpty();
    }

    @Test
    void signals_of_a_named_list_and_awards_for_each_time_are_seen_through() {
        String each = SmallPolicy.with("any: downloads, pays: each, points: 10", DOWNLOAD)
                .replace("titles:\n", "signals:\n  downloads: [{kind: CONTENT_DOWNLOADED}]\ntitles:\n");

        assertThat(warnings(each))
                .containsExactly(
                        "p:34:9: warning: Expected intent signals to outweigh content downloads, but they give 35 points and downloads 160 (SCO-27)");
        assertThat(warnings(each.replace("pays: each", "pays: each, cap: 30"))).isEmpty();
    }

    @Test
    void a_model_without_negative_rules_is_warned_of() {
        String none = SmallPolicy.YAML.replaceAll("(?s)      negative:\n.*?mql:\n", "      negative: []\nmql:\n");

        assertThat(warnings(none))
                .containsExactly("p:36:17: warning: Expected negative rules, but the model has none (SCO-27)");
        assertThat(warnings(none.replace("      negative: []\n", ""))).hasSize(1);
    }

    @Test
    void a_calibration_older_than_a_quarter_is_warned_of() {
        assertThat(PolicyReader.read("p", SmallPolicy.YAML, A_QUARTER_LATER).problems())
                .isEmpty();
        assertThat(PolicyReader.read("p", SmallPolicy.YAML, A_QUARTER_LATER.plusDays(1))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "p:3:27: warning: Expected a calibration within the last 3 months, but the last was on 2026-10-01 (SCO-27)");
    }

    @Test
    void a_calibration_that_never_was_is_warned_of() {
        String never = SmallPolicy.with("profile: {}", "profile: {lastCalibrated: 2026-10-01}");

        assertThat(PolicyReader.read("p", never, A_QUARTER_LATER).problems()).hasSize(1);
    }

    @Test
    void page_visits_that_are_all_scored_alike_are_warned_of() {
        String alike =
                "p:32:9: warning: Expected page visits to score by what is visited, but all give 15 points (SCO-27)";
        String sameForBlog = SmallPolicy.with("within: 7d, points: 15}", "within: 7d, points: 5}");
        String anyPage = SmallPolicy.YAML
                .replaceFirst("        - \\{rule: blog.*\n", "")
                .replace("{kind: PAGE_VIEW, asset: pricing}], points", "{kind: PAGE_VIEW}], points");

        assertThat(warnings(sameForBlog)).containsExactly(alike);
        assertThat(warnings(anyPage)).containsExactly(alike);
    }

    @Test
    void the_age_of_a_calibration_is_not_asked_without_a_date() {
        assertThat(warnings(SmallPolicy.with("lastCalibrated: 2001-01-01", "lastCalibrated: 2026-10-01")))
                .isEmpty();
    }

    /** Warnings do not reject. */
    private static List<String> warnings(String yaml) {
        PolicyReading reading = PolicyReader.read("p", yaml);
        assertThat(reading.policy()).isNotNull();
        assertThat(reading.problems()).allMatch(problem -> problem.severity() == Severity.WARNING);
        return reading.problems().stream().map(Problem::toString).toList();
    }
}
