package io.revstream.account;

import io.revstream.events.AccountFact;
import io.revstream.events.LeadFact;
import io.revstream.events.OwnerChosen;
import io.revstream.events.RepAsked;
import io.revstream.events.RoutingAsked;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two contacts of an account, and what teams answer about the first while the second follows. */
class OwnerChoicesTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");
    private static final Policy POLICY = Presets.policy("mid-market");

    private final AccountDecider decider = new AccountDecider();
    private AccountState state = decider.initial("acme.example");
    private List<TeamRequest> asked = List.of();
    private int events;

    /** Found by walks with faults: asked twice, it was assigned twice. */
    @Test
    @Tag("ACC-05")
    void whoIsReturnedWhileTheFirstIsElsewhereWaitsUntilItIsHeardWhere() {
        hear(promoted("lead-1"));
        assertThat(asked).extracting(TeamRequest::getTeamId).containsExactly("inside-sales");
        hear(chosen("lead-1", "west", null).build());
        hear(promoted("lead-2"));
        assertThat(asked).extracting(this::behind).containsExactly("lead-2 behind lead-1 in west");

        hear(chosen("lead-2", "west", null).setReturned(true).build());
        assertThat(asked)
                .as("the team that has the first no longer is not asked again")
                .isEmpty();

        hear(chosen("lead-1", "inside-sales", "ann").build());
        assertThat(asked).extracting(TeamRequest::getLeadId).containsExactly("lead-2");
        assertThat(asked.get(0).getRepAsked().getPreferredRepId()).isEqualTo("ann");
        assertThat(state.waiting()).isEmpty();
    }

    @Test
    void whoIsReturnedWhileTheFirstIsElsewhereStandsBehindItInItsNextQueue() {
        hear(promoted("lead-1"));
        hear(chosen("lead-1", "west", null).build());
        hear(promoted("lead-2"));
        hear(chosen("lead-2", "west", null).setReturned(true).build());

        hear(chosen("lead-1", "inside-sales", null).build());
        assertThat(asked).extracting(this::behind).containsExactly("lead-2 behind lead-1 in inside-sales");
    }

    private String behind(TeamRequest request) {
        RepAsked rep = request.getRepAsked();
        return request.getLeadId() + " behind " + rep.getBehindLeadId() + " in " + request.getTeamId();
    }

    private void hear(SpecificRecordBase event) {
        Input input = new Input(event, "event-" + events++, MONDAY_9AM, null, false);
        Decision<AccountState> decision = decider.decide(state, input, MONDAY_9AM, POLICY);
        state = decision.state();
        asked = decision.outputs().stream()
                .map(output -> output.event())
                .filter(TeamRequest.class::isInstance)
                .map(TeamRequest.class::cast)
                .toList();
    }

    private void hear(OwnerChosen chosen) {
        hear(AccountFact.newBuilder()
                .setAccountId("acme.example")
                .setOwnerChosen(chosen)
                .build());
    }

    private static LeadFact promoted(String lead) {
        return LeadFact.newBuilder()
                .setLeadId(lead)
                .setAccountId("acme.example")
                .setPass(1)
                .setRouting(new RoutingAsked(
                        1,
                        RoutingReason.PROMOTION.name(),
                        List.of(),
                        null,
                        new BigDecimal("70.00"),
                        Map.of(),
                        null,
                        null,
                        null))
                .build();
    }

    private static OwnerChosen.Builder chosen(String lead, String team, String owner) {
        return OwnerChosen.newBuilder()
                .setLeadId(lead)
                .setPass(1)
                .setRound(1)
                .setTeamId(team)
                .setOwnerId(owner);
    }
}
