package io.revstream.app.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.Events;
import io.revstream.app.diff.PromotionDifference.Kind;
import io.revstream.app.history.History;
import io.revstream.app.history.HistoryEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyChanges;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Each lead brings 41.67 points of fit. A trial makes that 57.29, the pricing page 66.67. */
class PolicyComparisonTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T13:00:00Z");
    private static final String STRICT = Presets.text("mid-market");
    private static final String LENIENT =
            STRICT.replace("threshold: 65", "threshold: 57").replace("version: mid-market-1", "version: lenient");

    private final List<HistoryEvent> events = new ArrayList<>();

    @Test
    void aLowerThresholdGainsSomeAndTakesOthersEarlier() {
        PromotionDiff diff = compare(STRICT, LENIENT);

        assertThat(diff.differences())
                .extracting(PromotionDifference::leadId, PromotionDifference::kind, PromotionDifference::at)
                .containsExactly(
                        tuple("bob", Kind.GAINED, day(1)),
                        tuple("ann", Kind.EARLIER, day(2)),
                        tuple("carl", Kind.OTHER_RULE, day(3)));
        assertThat(diff.before().all()).isEqualTo(2);
        assertThat(diff.after().all()).isEqualTo(3);
        assertThat(diff.unchanged()).isZero();
        assertThat(diff.leads()).isEqualTo(4);
        assertThat(diff.blastRadius()).as("bob and ann, of bob, ann and carl").isEqualByComparingTo("66.67");
    }

    @Test
    void theOtherWayRoundTheSameAreLostAndLater() {
        PromotionDiff diff = compare(LENIENT, STRICT);

        assertThat(diff.differences())
                .extracting(PromotionDifference::kind)
                .containsExactly(Kind.LOST, Kind.LATER, Kind.OTHER_RULE);
        assertThat(diff.blastRadius()).isEqualByComparingTo("66.67");
    }

    @Test
    void theReasonIsWhatTheOtherPolicyMissedAtThatInstant() {
        PromotionDifference bob = compare(STRICT, LENIENT).differences().get(0);

        assertThat(bob.after().rule()).isEqualTo("threshold");
        assertThat(bob.before().promotedAt()).isNull();
        assertThat(bob.before().score().getTotal()).isEqualByComparingTo("57.29");
        assertThat(bob.before().missing()).singleElement().asString().contains("57.29", "65");
        assertThat(bob.lines()).as("both give the same points").isEmpty();
    }

    @Test
    void ledgerLinesThatDifferAreNamedWithTheirPoints() {
        String generous = LENIENT.replaceFirst("TRIAL_SIGN_UP}], points: 25", "TRIAL_SIGN_UP}], points: 35");
        assertThat(generous).isNotEqualTo(LENIENT);

        PromotionDifference bob = compare(STRICT, generous).differences().get(0);

        assertThat(bob.leadId()).isEqualTo("bob");
        assertThat(bob.lines()).anySatisfy(line -> {
            assertThat(line.before().getPoints()).isEqualByComparingTo("25");
            assertThat(line.before().getContribution()).isEqualByComparingTo("15.63");
            assertThat(line.after().getPoints()).isEqualByComparingTo("35");
            assertThat(line.after().getContribution())
                    .as("50 x 35 / 90, and what rounding leaves")
                    .isBetween(new BigDecimal("19.43"), new BigDecimal("19.45"));
        });
    }

    @Test
    void aPolicyDoesNotDifferFromItself() {
        PromotionDiff diff = compare(STRICT, STRICT);

        assertThat(diff.differences()).isEmpty();
        assertThat(diff.before()).isEqualTo(diff.after());
        assertThat(diff.unchanged()).isEqualTo(2);
        assertThat(diff.blastRadius()).isZero();
    }

    @Test
    void promotionsAreCountedByWeekModelAndRule() {
        PromotionDiff diff = compare(STRICT, LENIENT);

        assertThat(diff.rows(Promotions::perWeek)).containsExactly(new PromotionDiff.Row("2026-10-05", 2, 3));
        assertThat(diff.rows(Promotions::perModel)).containsExactly(new PromotionDiff.Row("M-MID", 2, 3));
        assertThat(diff.rows(Promotions::perRule))
                .containsExactly(new PromotionDiff.Row("demo-request", 1, 0), new PromotionDiff.Row("threshold", 1, 3));
    }

    @Test
    void peopleReadWhatChangedAndWhomItTouches() {
        PromotionDiff diff = compare(STRICT, LENIENT);

        assertThat(PolicyDiffText.rules(policy(STRICT), policy(LENIENT), PolicyChanges.between(STRICT, LENIENT)))
                .contains("Policy mid-market-1 -> lenient", "model M-MID > threshold: 65 -> 57");
        assertThat(PolicyDiffText.promotions(history(), diff, 1))
                .contains("gained 1, lost 0", "blast radius 66.67 %", "Leads: the first 1 of 3 (--limit)")
                .contains("gained     bob, pass 1", "not promoted", "lacked ")
                .doesNotContain("ann");
    }

    @Test
    void machinesReadTheSame() {
        ObjectNode json = PolicyDiffJson.rules(policy(STRICT), policy(LENIENT), PolicyChanges.between(STRICT, LENIENT));
        PolicyDiffJson.addPromotions(json, history(), compare(STRICT, LENIENT), 2);

        assertThat(json.at("/rules/0/before").asText()).isEqualTo("65");
        assertThat(json.at("/promotions/gained").asInt()).isEqualTo(1);
        assertThat(json.at("/promotions/otherRule").asInt()).isEqualTo(1);
        assertThat(json.at("/promotions/blastRadiusPercent").decimalValue()).isEqualByComparingTo("66.67");
        assertThat(json.at("/promotions/leads")).hasSize(2);
        assertThat(json.at("/promotions/leadsNotNamed").asInt()).isEqualTo(1);
        assertThat(json.at("/promotions/leads/0/leadId").asText()).isEqualTo("bob");
        assertThat(json.at("/promotions/leads/0/before/missing")).hasSize(1);
        assertThat(json.at("/promotions/leads/0/before/score/total").decimalValue())
                .isEqualByComparingTo("57.29");
    }

    private PromotionDiff compare(String before, String after) {
        return PolicyComparison.of(history(), policy(before), policy(after));
    }

    private static Policy policy(String yaml) {
        return PolicyReader.read("policy.yaml", yaml).orThrow();
    }

    private History history() {
        events.clear();
        for (String lead : List.of("ann", "bob", "carl", "dora")) {
            add(Catalogue.LEADS, lead, Events.perfectFit(lead, MONDAY), MONDAY);
        }
        happened("bob", "TRIAL_SIGN_UP", null, 1);
        happened("ann", "TRIAL_SIGN_UP", null, 2);
        happened("carl", "DEMO_REQUEST", null, 3);
        happened("ann", "PAGE_VIEW", "pricing", 4);
        happened("dora", "PAGE_VIEW", "blog", 4);
        events.sort(Comparator.comparing(HistoryEvent::at));
        return new History(events, 0, List.of());
    }

    private void happened(String lead, String kind, String asset, int day) {
        add(Catalogue.ACTIVITIES, lead, Events.prospect(lead + "-" + day, kind, asset, day(day)), day(day));
    }

    private void add(Topic topic, String key, SpecificRecordBase event, Instant at) {
        events.add(new HistoryEvent(topic, key, event, at, 0, events.size()));
    }

    private static Instant day(int days) {
        return MONDAY.plus(Duration.ofDays(days));
    }
}
