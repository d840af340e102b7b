package io.revstream.calibration;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiftTest {

    @Test
    @Tag("CAL-10")
    void aRuleAndAnAttributeAreComparedByWinRateWithAndWithout() {
        List<LeadCase> cases = new ArrayList<>();
        cases.addAll(Leads.times(9, Leads.won().paid("demo", "fit").with("industry", "software")));
        cases.addAll(Leads.times(1, Leads.lost().paid("demo", "fit").with("industry", "software")));
        cases.addAll(Leads.times(2, Leads.won().paid("fit").with("industry", "retail")));
        cases.addAll(Leads.times(18, Leads.lost().paid("student").with("industry", "retail")));
        cases.addAll(Leads.times(40, Leads.open().paid("demo")));

        List<Lift> rules = Lift.ofRules(cases, Confidence.P95);
        List<Lift> attributes = Lift.ofAttributes(cases, Confidence.P95);

        // The widest difference first: fit 11 of 12 against 0 of 18, student 0 of 18 against 11 of 12, demo 9 of 10
        // against 2 of 20.
        assertThat(rules)
                .extracting(lift -> lift.name() + " " + lift.with().hits() + "/"
                        + lift.with().of() + " " + lift.without().hits() + "/"
                        + lift.without().of() + " " + lift.verdict())
                .containsExactly("fit 11/12 0/18 MORE", "student 0/18 11/12 LESS", "demo 9/10 2/20 MORE");
        assertThat(rules.get(2).factor()).isEqualTo(9);
        assertThat(attributes)
                .extracting(lift -> lift.name() + "=" + lift.value() + " " + lift.verdict())
                .containsExactly("industry=retail LESS", "industry=software MORE");
        assertThat(attributes.get(1).with()).isEqualTo(new Share(9, 10));
        assertThat(attributes.get(1).without()).isEqualTo(new Share(2, 20));
    }

    @Test
    void fewCasesTellNothingHoweverWideTheDifference() {
        List<LeadCase> cases = new ArrayList<>(Leads.times(1, Leads.won().paid("rare")));
        cases.addAll(Leads.times(3, Leads.won()));
        cases.addAll(Leads.times(3, Leads.lost()));

        // 1 of 1 against 3 of 6.
        assertThat(Lift.ofRules(cases, Confidence.P95))
                .singleElement()
                .extracting(Lift::verdict)
                .isEqualTo(Lift.Verdict.UNCLEAR);
    }

    @Test
    void whatTellsLeadsApartIsNoKindOfLead() {
        List<LeadCase> cases = Leads.all(
                Leads.won().id("a").with("email", "a@a.com"),
                Leads.lost().id("b").with("email", "b@b.com"),
                Leads.lost().id("c").with("email", "c@c.com"));

        assertThat(Lift.ofAttributes(cases, Confidence.P95)).isEmpty();
    }

    @Test
    void whatAllLeadsHaveSeparatesNothing() {
        List<LeadCase> cases = new ArrayList<>(Leads.times(2, Leads.won().paid("all")));
        cases.addAll(Leads.times(2, Leads.lost().paid("all")));

        assertThat(Lift.ofRules(cases, Confidence.P95)).isEmpty();
    }
}
