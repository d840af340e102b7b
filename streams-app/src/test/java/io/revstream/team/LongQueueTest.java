package io.revstream.team;

import io.revstream.events.BranchTried;
import io.revstream.events.LeadAssigned;
import io.revstream.events.RepDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static io.revstream.team.Team.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;

/** A queue of ten thousand: what it weighs, and that a decision looks at each lead once. */
class LongQueueTest {

    private static final int LEADS = 10_000;
    private static final List<BranchTried> TRIED = List.of(
            new BranchTried("named-account", false, "account is not named"),
            new BranchTried("account-choice", false, "account is not chosen"),
            new BranchTried("west", false, "region is us-ia, but asked is one of us-az us-ca us-co us-hi and 4 more"),
            new BranchTried("default", true, "always holds"));

    @Test
    void tenThousandLeadsAreServedOnceEachInTheirOrderAndWeighLessThanAHundredBytesEach() {
        Team team = new Team("inside-sales");
        for (int i = 0; i < LEADS; i++) {
            Instant at = MONDAY_9AM.plusMillis(i);
            team.at(at)
                    .asked(
                            lead(i),
                            Team.asks("account-" + i)
                                    .setBranches(TRIED)
                                    .setAskedAt(at)
                                    .build());
        }
        assertThat(team.state().queue().waiting()).hasSize(LEADS);
        assertThat(team.bytes().length / LEADS).isLessThan(100);
        assertThat(team.readBack()).isEqualTo(team.state());

        team.at(MONDAY_9AM.plus(Duration.ofHours(1)));
        for (int rep = 0; rep < 20; rep++) {
            team.details("rep-" + rep, RepDetails.newBuilder().setCapacity(0));
        }
        Set<String> served = new HashSet<>();
        int next = 0;
        for (int rep = 0; rep < 20; rep++) {
            team.details("rep-" + rep, RepDetails.newBuilder().setCapacity(LEADS / 20));
            for (LeadAssigned assigned : team.said(LeadAssigned.class)) {
                assertThat(assigned.getLeadId()).isEqualTo(lead(next++));
                assertThat(served.add(assigned.getLeadId())).isTrue();
            }
        }
        assertThat(served).hasSize(LEADS);
        assertThat(team.state().queue().waiting()).isEmpty();
    }

    private static String lead(int i) {
        return String.format("lead-%05d", i);
    }
}
