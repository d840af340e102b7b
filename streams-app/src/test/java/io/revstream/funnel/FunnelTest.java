package io.revstream.funnel;

import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import io.revstream.events.NurtureKind;
import io.revstream.events.Score;
import io.revstream.funnel.FunnelFigures.Rejected;
import io.revstream.funnel.FunnelFigures.StageFigures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures that were reckoned by hand. */
class FunnelTest {

    private static final Instant DAY_0 = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<String> STAGES = List.of("Visitor", "Lead", "MQL", "SQL", "Customer");

    private final List<SpecificRecordBase> events = new ArrayList<>();
    private int day;

    @Test
    @Tag("LIF-23")
    void stagesAreCountedWithTheTimeInThemAndTheLossAndDelayBetweenThem() {
        on(0).enters("a", null, "Lead").enters("b", null, "Lead").enters("c", null, "Lead");
        on(1).promoted("a", 1, false, null);
        on(3).promoted("b", 1, false, null);
        on(5).accepted("a", "SQL");
        on(6).rejected("b", 1, "MQL", "RECYCLED", "ENG-02").nurture("b", NurtureKind.RECYCLED);
        on(8).changed("a", 1, "SQL", "Customer", "ACTIVE", "deal-won", null, null);

        FunnelFigures figures = figures(10, null);

        assertThat(figures.leads()).isEqualTo(3);
        assertThat(figures.stages()).extracting(StageFigures::stage).containsExactlyElementsOf(STAGES);
        StageFigures lead = stage(figures, "Lead");
        assertThat(lead.now()).isEqualTo(Map.of("ACTIVE", 1));
        assertThat(lead.entered()).isEqualTo(3);
        assertThat(lead.wentOn()).isEqualTo(2);
        assertThat(lead.lost()).isZero();
        assertThat(lead.inStage()).isEqualTo(spread(2, 1, 3));
        assertThat(lead.onward()).isEqualTo(Map.of("MQL", spread(2, 1, 3)));
        assertThat(lead.waiting()).isEqualTo(spread(1, 10, 10));
        StageFigures mql = stage(figures, "MQL");
        assertThat(mql.now()).isEqualTo(Map.of("RECYCLED", 1));
        assertThat(mql.entered()).isEqualTo(2);
        assertThat(mql.wentOn()).isOne();
        assertThat(mql.lost()).isOne();
        assertThat(mql.loss().percent()).isEqualByComparingTo("50.0");
        assertThat(mql.inStage()).isEqualTo(spread(2, 3, 4));
        assertThat(mql.onward()).isEqualTo(Map.of("SQL", spread(1, 4, 4)));
        assertThat(stage(figures, "Customer").now()).isEqualTo(Map.of("ACTIVE", 1));
        assertThat(stage(figures, "Visitor").entered()).isZero();
    }

    @Test
    void medianAndNinetiethPercentileAreByNearestRank() {
        List<Long> hundreds = new ArrayList<>();
        for (long i = 1; i <= 10; i++) {
            hundreds.add(100 * i);
        }
        Collections.shuffle(hundreds, new Random(1));

        assertThat(Spread.of(hundreds)).isEqualTo(new Spread(10, Duration.ofMillis(500), Duration.ofMillis(900)));
        assertThat(Spread.of(List.of(7L))).isEqualTo(new Spread(1, Duration.ofMillis(7), Duration.ofMillis(7)));
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, null, null));
    }

    @Test
    @Tag("MQL-15")
    void theAcceptanceRateTestsEachModelAndRule() {
        on(0).promotedBy("M-MID", "threshold", "a").promotedBy("M-MID", "threshold", "b");
        promotedBy("M-MID", "demo-request", "c")
                .promotedBy("M-ENT", "threshold", "d")
                .promotedBy("M-MID", "threshold", "e");
        on(1).accepted("a", "SQL").rejected("b", 1, "MQL", "ARCHIVED", "FIT-02");
        on(2).rejected("c", 1, "MQL", "RECYCLED", "ENG-01");
        on(3).changed("d", 1, "MQL", "SQL", "ACTIVE", "deal-opened", null, null);
        // Accepted first, and disqualified later: the promotion was a good one.
        on(4).rejected("a", 1, "SQL", "RECYCLED", "QUAL-01");

        FunnelFigures figures = figures(5, null);

        assertThat(figures.answers().promoted()).isEqualTo(5);
        assertThat(figures.answers().accepted()).isEqualTo(2);
        assertThat(figures.answers().rejected()).isEqualTo(2);
        assertThat(figures.answers().open()).isOne();
        assertThat(figures.answers().untilAnswer()).isEqualTo(spread(4, 1, 3));
        assertThat(figures.answersByModel()).containsOnlyKeys("M-ENT", "M-MID");
        assertThat(figures.answersByModel().get("M-MID").acceptance()).isEqualTo(new Rate(1, 3));
        assertThat(figures.answersByModel().get("M-MID").acceptance().percent()).isEqualByComparingTo("33.3");
        assertThat(figures.answersByModel().get("M-ENT").acceptance().percent()).isEqualByComparingTo("100.0");
        assertThat(figures.answersByRule().get("threshold").acceptance()).isEqualTo(new Rate(2, 3));
        assertThat(figures.answersByRule().get("demo-request").acceptance()).isEqualTo(new Rate(0, 1));
        assertThat(figures.rejectionsByCode()).isEqualTo(Map.of("FIT-02", 1, "ENG-01", 1, "QUAL-01", 1));
    }

    @Test
    @Tag("REJ-15")
    void theConversionOfRecycledLeadsIsReckonedApartFromTheFirst() {
        for (String lead : List.of("a", "b", "c", "d", "e")) {
            on(0).enters(lead, null, "Lead");
        }
        for (String lead : List.of("a", "b", "c", "d")) {
            on(1).promoted(lead, 1, false, null);
        }
        on(2).rejected("a", 1, "MQL", "RECYCLED", "ENG-02");
        on(2).rejected("b", 1, "MQL", "RECYCLED", "ENG-02");
        on(2).rejected("c", 1, "MQL", "RECYCLED", "QUAL-01");
        on(2).rejected("d", 1, "MQL", "ARCHIVED", "FIT-02");
        on(9).promoted("a", 2, true, "ENG-02");
        // Recycled once more, and not back yet.
        on(12).rejected("a", 2, "MQL", "RECYCLED", "QUAL-01");

        FunnelFigures figures = figures(20, null);

        assertThat(figures.firstConversion()).isEqualTo(new Rate(4, 5));
        assertThat(figures.recycledConversion()).isEqualTo(new Rate(1, 4));
        assertThat(figures.recycledConversionByCode())
                .isEqualTo(Map.of("ENG-02", new Rate(1, 2), "QUAL-01", new Rate(0, 2)));
    }

    @Test
    @Tag("REJ-18")
    void everyRejectedLeadIsRecycledOrInNurtureOrArchivedAndWhoIsNotIsNamed() {
        for (String lead : List.of("a", "b", "c", "d", "e")) {
            on(0).promoted(lead, 1, false, null);
        }
        on(1).rejected("a", 1, "MQL", "RECYCLED", "ENG-01").nurture("a", NurtureKind.RECYCLED);
        on(1).rejected("b", 1, "MQL", "RECYCLED", "ENG-02")
                .nurture("b", NurtureKind.RECYCLED)
                .nurture("b", NurtureKind.ENROLLED);
        on(1).rejected("c", 1, "MQL", "ARCHIVED", "FIT-02").nurture("c", NurtureKind.ARCHIVED);
        on(1).rejected("d", 1, "MQL", "RECYCLED", "ENG-02").nurture("d", NurtureKind.RECYCLED);
        on(9).promoted("d", 2, true, "ENG-02");
        assertThat(figures(10, null).rejected()).isEqualTo(new Rejected(3, 1, 1, 1, 1, 0, List.of()));
        assertThat(figures(10, null).rejected().addsUp()).isTrue();

        // After its six months the nurture archives, and nobody decides that.
        on(11).changed("b", 1, "MQL", "MQL", "ARCHIVED", "no engagement for 6mo", null, null);
        assertThat(figures(12, null).rejected().lostIds()).containsExactly("b");
        on(11).nurture("b", NurtureKind.ARCHIVED);
        assertThat(figures(12, null).rejected()).isEqualTo(new Rejected(3, 1, 1, 0, 2, 0, List.of()));

        // One of whom the nurture has never heard.
        on(13).rejected("e", 1, "MQL", "RECYCLED", "QUAL-01");
        Rejected broken = figures(14, null).rejected();
        assertThat(broken).isEqualTo(new Rejected(4, 1, 1, 0, 2, 1, List.of("e")));
        assertThat(broken.addsUp()).isFalse();
    }

    @Test
    void whatLiesBeforeTheBeginningDoesNotCountButWhoStandsWhereDoes() {
        on(0).enters("a", null, "Lead").enters("b", null, "Lead");
        on(1).promoted("a", 1, false, null);
        on(2).accepted("a", "SQL");
        on(6).promoted("b", 1, false, null).enters("c", null, "Lead");
        on(7).rejected("b", 1, "MQL", "ARCHIVED", "FIT-02").nurture("b", NurtureKind.ARCHIVED);

        FunnelFigures figures = figures(10, DAY_0.plus(Duration.ofDays(5)));

        assertThat(figures.leads()).isEqualTo(3);
        assertThat(stage(figures, "SQL").now()).isEqualTo(Map.of("ACTIVE", 1));
        assertThat(stage(figures, "Lead").entered()).isOne();
        assertThat(stage(figures, "MQL").entered()).isOne();
        assertThat(figures.answers().promoted()).isOne();
        assertThat(figures.firstConversion()).isEqualTo(new Rate(0, 1));
        assertThat(figures.rejectionsByCode()).isEqualTo(Map.of("FIT-02", 1));
    }

    @Test
    void aLeadMovedBackByHandIsNeitherWonNorLost() {
        on(0).enters("a", null, "SQL");
        on(2).changed("a", 1, "SQL", "Lead", "ACTIVE", "moved", "boss", null);

        StageFigures sql = stage(figures(3, null), "SQL");

        assertThat(sql.movedBack()).isOne();
        assertThat(sql.wentOn() + sql.lost()).isZero();
        assertThat(sql.inStage()).isEqualTo(spread(1, 2, 2));
    }

    @Test
    void aStageBesideTheListIsShownLast() {
        on(0).promoted("a", 1, false, null);
        on(1).changed("a", 1, "MQL", "Recycled", "RECYCLED", "rejected", "dana", "ENG-02");

        FunnelFigures figures = figures(2, null);

        assertThat(figures.stages().get(5).stage()).isEqualTo("Recycled");
        assertThat(figures.stages().get(5).now()).isEqualTo(Map.of("RECYCLED", 1));
        assertThat(stage(figures, "MQL").lost()).isOne();
    }

    @Test
    void theTopicsMayBeReadInAnyOrder() {
        on(0).enters("a", null, "Lead").enters("b", null, "Lead");
        on(1).promoted("a", 1, false, null).promoted("b", 1, false, null);
        on(2).rejected("a", 1, "MQL", "RECYCLED", "ENG-02")
                .nurture("a", NurtureKind.RECYCLED)
                .nurture("a", NurtureKind.ENROLLED);
        on(3).accepted("b", "SQL");
        on(9).promoted("a", 2, true, "ENG-02");
        FunnelFigures inOrder = figures(10, null);

        events.sort((one, other) ->
                other.getClass().getName().compareTo(one.getClass().getName()));
        assertThat(figures(10, null)).isEqualTo(inOrder);
        events.sort((one, other) ->
                one.getClass().getName().compareTo(other.getClass().getName()));
        assertThat(figures(10, null)).isEqualTo(inOrder);
    }

    @Test
    void moreLeadsThanAreFollowedAreSaid() {
        on(0).enters("a", null, "Lead").enters("b", null, "Lead").enters("a", "Lead", "MQL");
        Funnel funnel = new Funnel(null, 2);
        events.forEach(funnel::add);
        assertThat(funnel.overflowed()).isFalse();

        enters("c", null, "Lead");
        events.forEach(funnel::add);

        assertThat(funnel.overflowed()).isTrue();
    }

    private FunnelFigures figures(int atDay, Instant since) {
        Funnel funnel = new Funnel(since, Integer.MAX_VALUE);
        events.forEach(funnel::add);
        return funnel.figures(STAGES, DAY_0.plus(Duration.ofDays(atDay)));
    }

    private static StageFigures stage(FunnelFigures figures, String name) {
        return figures.stages().stream()
                .filter(stage -> stage.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Spread spread(int count, int medianDays, int p90Days) {
        return new Spread(count, Duration.ofDays(medianDays), Duration.ofDays(p90Days));
    }

    private FunnelTest on(int ofDay) {
        day = ofDay;
        return this;
    }

    private FunnelTest enters(String lead, String from, String stage) {
        return changed(lead, 1, from, stage, "ACTIVE", "fields-known", null, null);
    }

    private FunnelTest accepted(String lead, String stage) {
        return changed(lead, 1, "MQL", stage, "ACTIVE", "accepted", "dana", null);
    }

    private FunnelTest rejected(String lead, int pass, String stage, String status, String code) {
        return changed(lead, pass, stage, stage, status, "rejected", "dana", code);
    }

    private FunnelTest promoted(String lead, int pass, boolean recycled, String from) {
        changed(lead, pass, "Lead", "MQL", "ACTIVE", "promoted", null, null);
        return promotion("M-MID", "threshold", lead, pass, recycled, from);
    }

    private FunnelTest promotedBy(String model, String rule, String lead) {
        changed(lead, 1, "Lead", "MQL", "ACTIVE", "promoted", null, null);
        return promotion(model, rule, lead, 1, false, null);
    }

    private FunnelTest promotion(String model, String rule, String lead, int pass, boolean recycled, String from) {
        BigDecimal points = new BigDecimal("70.00");
        events.add(MqlPromoted.newBuilder()
                .setOccurredAt(now())
                .setLeadId(lead)
                .setAccountId("acme")
                .setPass(pass)
                .setRule(rule)
                .setBecause("")
                .setRecycled(recycled)
                .setRecycledFrom(from)
                .setScore(new Score(model, "NORM", points, points, points, points, points, List.of()))
                .build());
        return this;
    }

    private FunnelTest nurture(String lead, NurtureKind kind) {
        events.add(NurtureChanged.newBuilder()
                .setOccurredAt(now())
                .setLeadId(lead)
                .setPass(1)
                .setKind(kind)
                .setReasonCode(null)
                .setRecycledAt(null)
                .setWakeAt(null)
                .setTrigger(null)
                .setSequence(null)
                .setTotal(null)
                .setThreshold(null)
                .build());
        return this;
    }

    private FunnelTest changed(
            String lead, int pass, String from, String stage, String status, String because, String by, String code) {
        events.add(LifecycleChanged.newBuilder()
                .setOccurredAt(now())
                .setLeadId(lead)
                .setPass(pass)
                .setFromStage(from)
                .setStage(stage)
                .setStatus(status)
                .setBecause(because)
                .setReasonCode(code)
                .setDecidedBy(by)
                .setNote(null)
                .build());
        return this;
    }

    private Instant now() {
        return DAY_0.plus(Duration.ofDays(day));
    }
}
