package io.revstream.lead;

import io.revstream.app.Events;
import io.revstream.app.Topologies;
import io.revstream.events.ActivityEvent;
import io.revstream.events.LeadEvent;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import io.revstream.events.NurtureKind;
import io.revstream.events.ScoreChanged;
import io.revstream.events.ShadowDiffered;
import io.revstream.events.ShadowKind;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a new policy and a challenger make of a lead of 57.29 points: enough for a threshold of 50, not for one of 65. */
class LeadRescoringTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T14:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    private static final Policy AT_65 = Presets.policy("mid-market");
    private static final Policy AT_50 = threshold(50);
    private static final Policy AT_80 = threshold(80);

    private final List<SpecificRecordBase> said = new ArrayList<>();
    private final VirtualPipeline pipeline = new VirtualPipeline(
            Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(),
            published -> said.add(published.event()));

    @BeforeEach
    void start() {
        pipeline.adopt(AT_65, Instant.EPOCH);
    }

    @Test
    void aLeadThatQualifiesByTheNewPolicyIsPromotedWhenItTakesEffect() {
        trial("ada", MONDAY);
        pipeline.adopt(AT_50, TUESDAY);

        assertThat(all(MqlPromoted.class))
                .extracting(MqlPromoted::getOccurredAt, MqlPromoted::getPolicyVersion, MqlPromoted::getCausedBy)
                .containsExactly(tuple(TUESDAY, "at-50", "rescoring/lead/ada/at-50"));
    }

    @Test
    void aLeadThatNoLongerQualifiesStaysWhereItIs() {
        pipeline.adopt(AT_50, MONDAY.minusSeconds(1));
        trial("ada", MONDAY);
        said.clear();
        pipeline.adopt(AT_80, MONDAY.plus(Duration.ofHours(1)));

        assertThat(lead("ada").standing().stage()).isEqualTo("MQL");
        assertThat(all(NurtureChanged.class))
                .extracting(NurtureChanged::getKind)
                .containsExactly(NurtureKind.RENURTURE_LISTED);
        assertThat(said)
                .filteredOn(event -> !(event instanceof NurtureChanged))
                .singleElement()
                .isInstanceOfSatisfying(
                        ScoreChanged.class,
                        score -> assertThat(score.getScore().getThreshold()).isEqualByComparingTo("80"));
    }

    @Test
    void importedHistoryIsLeftAloneByANewPolicy() {
        LeadEvent captured = LeadEvent.newBuilder(Events.perfectFit("ada", MONDAY))
                .setBackfill(true)
                .build();
        ActivityEvent trial = ActivityEvent.newBuilder(Events.prospect("trial", "TRIAL_SIGN_UP", null, MONDAY))
                .setBackfill(true)
                .build();
        pipeline.publish(Catalogue.LEADS, "ada", captured, TUESDAY);
        pipeline.publish(Catalogue.ACTIVITIES, "ada", trial, TUESDAY);
        LeadState before = lead("ada");
        said.clear();
        pipeline.adopt(AT_50, WEDNESDAY);

        assertThat(said).isEmpty();
        assertThat(lead("ada")).isEqualTo(before);
    }

    @Test
    void aChallengerReportsALeadThatItAloneWouldPromoteUntilBothAgree() {
        pipeline.challenge(AT_50, MONDAY.minusSeconds(1));
        trial("ada", MONDAY);
        visit("ada", "PAGE_VIEW", MONDAY.plusSeconds(60));
        visit("ada", "DEMO_REQUEST", TUESDAY);

        assertThat(all(ShadowDiffered.class))
                .extracting(ShadowDiffered::getOccurredAt, ShadowDiffered::getKind, ShadowDiffered::getRule)
                .containsExactly(
                        tuple(MONDAY, ShadowKind.GAINED, "threshold"), tuple(TUESDAY, ShadowKind.AGREED, null));
        assertThat(all(ShadowDiffered.class).get(0)).satisfies(gained -> {
            assertThat(gained.getTotal()).isEqualByComparingTo("57.29");
            assertThat(gained.getThreshold()).isEqualByComparingTo("65");
            assertThat(gained.getChallengerThreshold()).isEqualByComparingTo("50");
            assertThat(gained.getPolicyVersion()).isEqualTo(AT_65.version());
            assertThat(gained.getChallengerVersion()).isEqualTo("at-50");
        });
    }

    @Test
    void aChallengerReportsALeadThatItWouldNotPromoteUntilItWould() {
        pipeline.adopt(AT_50, MONDAY.minusSeconds(2));
        pipeline.challenge(AT_80, MONDAY.minusSeconds(1));
        trial("ada", MONDAY);
        visit("ada", "FORM_SUBMITTED", MONDAY.plusSeconds(60));
        visit("ada", "DEMO_REQUEST", TUESDAY);

        assertThat(all(ShadowDiffered.class))
                .extracting(ShadowDiffered::getOccurredAt, ShadowDiffered::getKind)
                .containsExactly(tuple(MONDAY, ShadowKind.LOST), tuple(TUESDAY, ShadowKind.AGREED));
    }

    @Test
    void aPromotionFromBeforeTheChallengerIsNoDifference() {
        pipeline.adopt(AT_50, MONDAY.minusSeconds(1));
        trial("ada", MONDAY);
        pipeline.challenge(AT_80, TUESDAY);
        visit("ada", "PAGE_VIEW", WEDNESDAY);

        assertThat(all(ShadowDiffered.class)).isEmpty();
        assertThat(lead("ada").shadow().version()).isEqualTo("at-80");
    }

    @Test
    void aChallengerThatEndsOrComesIntoForceIsForgotten() {
        pipeline.challenge(AT_50, MONDAY.minusSeconds(1));
        trial("ada", MONDAY);
        pipeline.challenge(null, TUESDAY);
        visit("ada", "PAGE_VIEW", TUESDAY.plusSeconds(1));
        assertThat(lead("ada").shadow()).isEqualTo(Shadow.NONE);

        pipeline.challenge(AT_50, TUESDAY.plusSeconds(2));
        pipeline.adopt(AT_50, WEDNESDAY);
        assertThat(lead("ada").standing().stage()).isEqualTo("MQL");
        assertThat(lead("ada").shadow()).isEqualTo(Shadow.NONE);
        assertThat(all(ShadowDiffered.class)).hasSize(1);
    }

    private void trial(String lead, Instant at) {
        pipeline.publish(Catalogue.LEADS, lead, Events.perfectFit(lead, at), at);
        visit(lead, "TRIAL_SIGN_UP", at);
    }

    private void visit(String lead, String kind, Instant at) {
        pipeline.publish(Catalogue.ACTIVITIES, lead, Events.prospect(lead + kind + at, kind, null, at), at);
    }

    private LeadState lead(String id) {
        return (LeadState) pipeline.state("lead", id);
    }

    private <E> List<E> all(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Policy threshold(int points) {
        return PolicyReader.read(
                        "p",
                        Presets.text("mid-market")
                                .replaceFirst("(?m)^version: .*$", "version: at-" + points)
                                .replaceFirst("threshold: \\d+", "threshold: " + points))
                .orThrow();
    }
}
