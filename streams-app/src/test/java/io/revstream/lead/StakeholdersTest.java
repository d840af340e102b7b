package io.revstream.lead;

import io.revstream.account.AccountTopology;
import io.revstream.app.Events;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEnriched;
import io.revstream.events.LedgerLine;
import io.revstream.events.Score;
import io.revstream.events.ScoreChanged;
import io.revstream.scoring.ExampleModels;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The enterprise model M-ENT gives twenty points for several engaged people of one account. */
class StakeholdersTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");

    private final Map<String, Score> scores = new HashMap<>();
    private final VirtualPipeline pipeline =
            new VirtualPipeline(List.of(LeadTopology.LEAD, AccountTopology.ACCOUNT), published -> {
                if (published.event() instanceof ScoreChanged changed) {
                    scores.put(changed.getLeadId(), changed.getScore());
                }
            });
    private int ids;

    @BeforeEach
    void threePeopleOfAcme() {
        pipeline.adopt(ExampleModels.policy("enterprise"), Instant.EPOCH);
        for (String lead : List.of("ada", "bob", "cas")) {
            works(lead, "acme.example", MONDAY_9AM);
        }
    }

    @Test
    @Tag("ACC-09")
    void twoEngagedStakeholdersGiveEachContactTwentyPoints() {
        does("ada", "DEMO_REQUEST", MONDAY_9AM.plusSeconds(1));
        assertThat(scores.get("ada").getEngagement()).isEqualByComparingTo("30");

        does("bob", "DEMO_REQUEST", MONDAY_9AM.plusSeconds(2));

        assertThat(scores.get("ada").getEngagement()).isEqualByComparingTo("50");
        assertThat(scores.get("bob").getEngagement()).isEqualByComparingTo("50");
        assertThat(scores.get("cas").getEngagement()).isEqualByComparingTo("20");
        assertThat(scores.get("cas").getLedger())
                .filteredOn(line -> line.getRule().equals("stakeholders"))
                .singleElement()
                .extracting(LedgerLine::getPoints)
                .satisfies(points -> assertThat(points).isEqualByComparingTo("20"));
    }

    @Test
    void theTwentyPointsOfTheAccountEngageNobody() {
        does("ada", "DEMO_REQUEST", MONDAY_9AM.plusSeconds(1));
        does("bob", "DEMO_REQUEST", MONDAY_9AM.plusSeconds(2));
        // Cas has the points of the account only: with Bob gone, one engaged contact is left.
        works("bob", "elsewhere.example", MONDAY_9AM.plusSeconds(3));

        assertThat(scores.get("ada").getEngagement()).isEqualByComparingTo("30");
        assertThat(scores.get("bob").getEngagement()).isEqualByComparingTo("30");
        assertThat(scores.get("cas").getEngagement()).isEqualByComparingTo("0");
    }

    private void works(String lead, String at, Instant instant) {
        LeadAttributes attributes =
                LeadAttributes.newBuilder().setEmail(lead + "@" + at).build();
        pipeline.publish(
                Catalogue.LEADS,
                lead,
                Events.lead("event-" + ids++, instant)
                        .setEnriched(new LeadEnriched(attributes))
                        .build(),
                instant);
    }

    private void does(String lead, String kind, Instant at) {
        pipeline.publish(Catalogue.ACTIVITIES, lead, Events.prospect("event-" + ids++, kind, null, at), at);
    }
}
