package io.revstream.policy;

import io.revstream.policy.RejectionRules.Attempts;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.policy.RejectionRules.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonCodesTest {

    private static final RejectionRules RULES = Presets.policy("mid-market").rejection();

    /** Domain 6.1. The columns after the outcome: nurture later, watched, by, taken up after, before, by as long. */
    @ParameterizedTest(name = "{0}")
    @Tag("REJ-02")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            FIT-01  | Company too small                | NURTURE | false | employees                    | GROWS   | -   | -                 | -
            FIT-02  | Wrong industry                   | ARCHIVE | false | -                            | CHANGES | -   | -                 | -
            FIT-03  | Wrong role or no authority       | NURTURE | false | title, department, seniority | CHANGES | -   | -                 | -
            ENG-01  | No response after 3 attempts     | NURTURE | true  | -                            | CHANGES | 90d | -                 | -
            ENG-02  | Interested but bad timing        | NURTURE | false | -                            | CHANGES | 60d | -                 | -
            QUAL-01 | No budget                        | NURTURE | true  | -                            | CHANGES | 90d | -                 | -
            QUAL-02 | Using a competitor and locked in | NURTURE | false | -                            | CHANGES | -   | competitorRenewal | 90d
            QUAL-03 | Not a real project               | ARCHIVE | false | -                            | CHANGES | -   | -                 | -
            """)
    void eightReasonsAreThereWithWhatFollows(
            String code,
            String means,
            Outcome outcome,
            boolean later,
            String watch,
            RejectionRules.Watching when,
            String after,
            String date,
            String by) {
        Reason reason = RULES.reasons().get(code);

        assertThat(reason.means()).isEqualTo(means);
        assertThat(reason.outcome()).isEqualTo(outcome);
        assertThat(reason.later()).isEqualTo(later);
        assertThat(reason.watch()).isEqualTo(watch == null ? Set.of() : Set.of(watch.split(", ")));
        assertThat(reason.when()).isEqualTo(when);
        assertThat(reason.reengageAfter()).isEqualTo(after == null ? null : Span.parse(after));
        assertThat(reason.reengageBefore())
                .isEqualTo(date == null ? null : new RejectionRules.Ahead(date, Span.parse(by)));
        assertThat(reason.needs())
                .isEqualTo(
                        code.equals("ENG-01")
                                ? new Attempts(List.of(new Signal("CALL", null), new Signal("EMAIL_SENT", null)), 3)
                                : null);
    }

    @Test
    @Tag("REJ-02")
    void aPolicyHasTheseAndMayHaveMore() {
        assertThat(RULES.reasons().keySet())
                .containsExactly("FIT-01", "FIT-02", "FIT-03", "ENG-01", "ENG-02", "QUAL-01", "QUAL-02", "QUAL-03");

        String yaml = Presets.text("mid-market")
                .replace(
                        "    QUAL-03: {",
                        "    QUAL-04: {means: Wrong season, then: nurture, reengageAfter: 30d}\n    QUAL-03: {");
        RejectionRules more = PolicyReader.read("more", yaml).orThrow().rejection();

        assertThat(more.reasons()).hasSize(9);
        assertThat(more.outcome("QUAL-04")).isEqualTo(Outcome.NURTURE);
        assertThat(more.reasons().get("QUAL-04").reengageAfter()).hasToString("30d");
    }
}
