package io.revstream.lead;

import io.revstream.events.ActionRequested;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import io.revstream.events.ScoreChanged;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of domain 6.2. The sixth, that recycled leads are counted apart, is what the flag of the fifth is for. */
class RecyclingOrderTest {

    @Test
    @Tag("REJ-11")
    void recyclingRunsItsStepsInOrder() {
        VirtualLeads leads = new VirtualLeads(Presets.policy("mid-market"));
        leads.captured(
                "ada",
                LeadAttributes.newBuilder()
                        .setName("Ada")
                        .setEmail("ada@example.com")
                        .setCompany("Example")
                        .setCountry("US"));
        leads.did("ada", "DEMO_REQUEST", null);
        int before = leads.published().size();

        leads.decided("ada", DispositionKind.REJECT, "ae", "ENG-02");
        leads.pass(Duration.ofDays(10));
        leads.did("ada", "DEMO_REQUEST", null);

        assertThat(steps(leads, before))
                .containsExactly(
                        "lifecycle RECYCLED ENG-02",
                        "nurture RECYCLED 2026-03-02T14:00:02Z",
                        "action REMOVE newsletter-nurture",
                        "nurture ENROLLED recycling-nurture",
                        "action ENROL recycling-nurture",
                        "score fit 10.00 engagement 0.00",
                        "score fit 10.00 engagement 25.00",
                        "lifecycle ACTIVE null",
                        "promoted, recycled from ENG-02: true",
                        "action REMOVE recycling-nurture");
    }

    private static List<String> steps(VirtualLeads leads, int from) {
        List<String> steps = new ArrayList<>();
        leads.published().stream().skip(from).forEach(one -> {
            if (one.event() instanceof LifecycleChanged changed) {
                steps.add("lifecycle " + changed.getStatus() + " " + changed.getReasonCode());
            } else if (one.event() instanceof NurtureChanged nurture) {
                boolean recycled = nurture.getKind().name().equals("RECYCLED");
                steps.add("nurture " + nurture.getKind() + " "
                        + (recycled ? nurture.getRecycledAt() : nurture.getSequence()));
            } else if (one.event() instanceof ActionRequested action
                    && Set.of("rejected", "taken up by sales").contains(action.getBecause())) {
                steps.add("action " + action.getKind() + " " + action.getAction());
            } else if (one.event() instanceof ScoreChanged changed) {
                steps.add("score fit " + changed.getScore().getFit() + " engagement "
                        + changed.getScore().getEngagement());
            } else if (one.event() instanceof MqlPromoted promoted) {
                steps.add("promoted, recycled from " + promoted.getRecycledFrom() + ": " + promoted.getRecycled());
            }
        });
        return steps;
    }
}
