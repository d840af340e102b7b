package io.revstream.lifecycle;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.LeadDisposition;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.policy.RejectionRules;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.scoring.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final RejectionRules RULES = POLICY.rejection();
    private static final Instant PROMOTED = Instant.parse("2026-11-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "FIT-01, NURTURE",
        "FIT-02, ARCHIVE",
        "FIT-03, NURTURE",
        "ENG-01, NURTURE",
        "ENG-02, NURTURE",
        "QUAL-01, NURTURE",
        "QUAL-02, NURTURE",
        "QUAL-03, ARCHIVE"
    })
    void theReasonDecidesWhatBecomesOfTheLead(String code, Outcome outcome) {
        assertThat(check(code, attempts(3))).isEqualTo(new Rejection(code, outcome, null));
    }

    @ParameterizedTest
    @Tag("REJ-19")
    @CsvSource({"FIT-01", "FIT-02", "FIT-03", "ENG-01", "ENG-02", "QUAL-01", "QUAL-02", "QUAL-03"})
    void anyReasonRecyclesWhenThePolicySaysSo(String code) {
        RejectionRules any = new RejectionRules(true, true, 0, RULES.recycling(), RULES.reasons());

        assertThat(Rejection.check(rejection(code), any, attempts(3), PROMOTED))
                .isEqualTo(new Rejection(code, Outcome.NURTURE, null));
    }

    @Test
    @Tag("REJ-01")
    void aRejectionWithoutAKnownReasonIsRefused() {
        assertThat(check(null, Engagement.NONE).refusal())
                .isEqualTo(
                        "Expected a reason code for a rejection, one of ENG-01, ENG-02, FIT-01, FIT-02, FIT-03, QUAL-01, "
                                + "QUAL-02, QUAL-03, but found none");
        assertThat(check(" ", Engagement.NONE).refusal()).endsWith("but found none");
        assertThat(check("FIT-99", Engagement.NONE).refusal()).endsWith("but found FIT-99");
    }

    @Test
    void withoutAReasonTheLeadIsNurturedWhereThePolicyDoesWithout() {
        RejectionRules lenient = new RejectionRules(false, false, 0, null, Map.of());

        assertThat(Rejection.check(rejection(null), lenient, Engagement.NONE, PROMOTED))
                .isEqualTo(new Rejection(null, Outcome.NURTURE, null));
    }

    @Test
    void noResponseNeedsThreeAttemptsSinceThePromotion() {
        assertThat(check("ENG-01", attempts(2)).refusal())
                .isEqualTo("Expected at least 3 attempts since the promotion for the reason ENG-01, but found 2");
        assertThat(check("ENG-01", attempts(3)).refusal()).isNull();
        Engagement earlier = with(attempts(2), PROMOTED.minusMillis(1));
        assertThat(check("ENG-01", earlier).refusal()).endsWith("but found 2");
        assertThat(check("ENG-01", with(attempts(2), PROMOTED)).refusal())
                .as("at the very instant of the promotion")
                .isNull();
    }

    private static Rejection check(String code, Engagement engagement) {
        return Rejection.check(rejection(code), RULES, engagement, PROMOTED);
    }

    private static Engagement attempts(int many) {
        Engagement engagement = Engagement.NONE;
        for (int i = 1; i <= many; i++) {
            engagement = with(engagement, PROMOTED.plus(Duration.ofDays(i)));
        }
        return engagement;
    }

    private static Engagement with(Engagement engagement, Instant at) {
        return engagement.with(ActivityEvent.newBuilder()
                .setEventId("call at " + at)
                .setOccurredAt(at)
                .setSource("dialler")
                .setKind("CALL")
                .setBy(ActivityBy.REP)
                .build());
    }

    private static LeadDisposition rejection(String reasonCode) {
        return LeadDisposition.newBuilder()
                .setDecidedBy("rep-1")
                .setReasonCode(reasonCode)
                .build();
    }
}
