package io.revstream.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SalesVerdictsTest {

    private static final Instant DAY = Leads.END.minus(Duration.ofDays(5));
    private static final Period YEAR =
            new Period(Leads.END.minus(Duration.ofDays(360)), Leads.END, Duration.ZERO, true);

    @Test
    @Tag("CAL-08")
    @Tag("REJ-16")
    @Tag("SCO-29")
    void rejectionsAreCountedByReasonByRoleByRuleAndByAttribute() {
        List<LeadCase> cases = Leads.all(
                Leads.open()
                        .with("industry", "software")
                        .mql(Leads.promotion(DAY, "demo", "size").accepted(DAY, "ae")),
                Leads.open()
                        .with("industry", "software")
                        .mql(Leads.promotion(DAY, "demo", "title").rejected(DAY, "ENG-02", "sdr")),
                Leads.open()
                        .with("industry", "retail")
                        .mql(Leads.promotion(DAY, "demo").rejected(DAY, "FIT-02", "sdr")),
                Leads.open()
                        .with("industry", "retail")
                        .mql(Leads.promotion(DAY, "title").rejected(DAY, "FIT-02", null)),
                Leads.open().with("industry", "retail").promoted(DAY));

        SalesVerdicts verdicts = SalesVerdicts.of(cases, YEAR);

        assertThat(verdicts.all().accepted()).isEqualTo(new Share(1, 4));
        assertThat(verdicts.all().reasons()).isEqualTo(Map.of("ENG-02", 1, "FIT-02", 2));
        assertThat(verdicts.byRole().get("sdr").accepted()).isEqualTo(new Share(0, 2));
        assertThat(verdicts.byRole().get("ae").accepted()).isEqualTo(new Share(1, 1));
        assertThat(verdicts.byRole()).containsOnlyKeys("ae", "sdr", "unknown");
        assertThat(verdicts.byRule().get("demo").accepted()).isEqualTo(new Share(1, 3));
        assertThat(verdicts.byRule().get("demo").reasons()).isEqualTo(Map.of("ENG-02", 1, "FIT-02", 1));
        assertThat(verdicts.byRule().get("title").reasons()).isEqualTo(Map.of("ENG-02", 1, "FIT-02", 1));
        assertThat(verdicts.byAttribute().get("industry=retail").reasons()).isEqualTo(Map.of("FIT-02", 2));
        assertThat(verdicts.byAttribute().get("industry=software").accepted()).isEqualTo(new Share(1, 2));
    }

    @Test
    void theDisqualificationOfAnAcceptedLeadGivesItsReasonAndLeavesItAccepted() {
        Mql disqualified = Leads.promotion(DAY).accepted(DAY, "ae").disqualified("QUAL-01");

        Decided decided = SalesVerdicts.of(Leads.all(Leads.open().mql(disqualified)), YEAR)
                .all();

        assertThat(decided.accepted()).isEqualTo(new Share(1, 1));
        assertThat(decided.reasons()).isEqualTo(Map.of("QUAL-01", 1));
        assertThat(decided.withCodes(List.of("QUAL-01"))).isEqualTo(new Share(1, 1));
    }

    @Test
    void recycledMqlsAreAlsoCountedApartAndOldVerdictsNot() {
        Mql recycled = new Mql(DAY, "threshold", true, new TreeSet<>(), Mql.Verdict.NONE, null, null, null);
        List<LeadCase> cases = Leads.all(
                Leads.open().mql(recycled.accepted(DAY, null)),
                Leads.open()
                        .mql(Leads.promotion(DAY.minus(Duration.ofDays(400)))
                                .rejected(DAY.minus(Duration.ofDays(390)), "FIT-01", null)));

        SalesVerdicts verdicts = SalesVerdicts.of(cases, YEAR);

        assertThat(verdicts.recycled().accepted()).isEqualTo(new Share(1, 1));
        assertThat(verdicts.all().reasons()).isEmpty();
    }
}
