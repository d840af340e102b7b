package io.revstream.team;

import io.revstream.events.LeadAssigned;
import io.revstream.events.RepAsked;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A campaign promotes ten thousand leads at one instant, and fifty reps share them. */
class BurstTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final int LEADS = 10_000;
    private static final int REPS = 50;

    private final TeamDecider decider = new TeamDecider();
    private final TeamCodec codec = new TeamCodec();
    private final Map<String, Integer> given = new TreeMap<>();
    private final Set<String> owned = new HashSet<>();
    private TeamState state = decider.initial("inside-sales");
    private int events;

    @Test
    @Tag("RTE-08")
    void aTeamWithRoomSharesThemOutEvenlyAtEveryStep() {
        capacity(LEADS);
        promote(true);
        assertThat(given.values()).hasSize(REPS).containsOnly(LEADS / REPS);
        assertThat(owned).hasSize(LEADS);
    }

    @Test
    void aTeamWithoutRoomLetsThemWaitAndSharesThemOutEvenlyWhenItHasSome() {
        capacity(0);
        promote(false);
        assertThat(state.queue().waiting()).hasSize(LEADS);
        assertThat(owned).isEmpty();
        capacity(LEADS / REPS);
        assertThat(state.queue().waiting()).isEmpty();
        assertThat(given.values()).hasSize(REPS).containsOnly(LEADS / REPS);
        assertThat(owned).hasSize(LEADS);
    }

    private void capacity(int leads) {
        for (int rep = 0; rep < REPS; rep++) {
            decide(RepEvent.newBuilder()
                    .setEventId("rep-event-" + events++)
                    .setOccurredAt(NOON.plusMillis(events))
                    .setSource("hr")
                    .setRepId("rep-" + rep)
                    .setDetails(RepDetails.newBuilder()
                            .setActive(true)
                            .setCapacity(leads)
                            .build())
                    .build());
        }
    }

    private void promote(boolean evenAtOnce) {
        for (int lead = 0; lead < LEADS; lead++) {
            decide(TeamRequest.newBuilder()
                    .setTeamId("inside-sales")
                    .setLeadId("lead-" + lead)
                    .setPass(1)
                    .setRepAsked(RepAsked.newBuilder()
                            .setAccountId("account-" + lead)
                            .setRound(1)
                            .setReason(RoutingReason.PROMOTION)
                            .setPreferredRepId(null)
                            .setPreferredBecause(null)
                            .setExcluded(List.of())
                            .setPreviousOwnerId(null)
                            .setTier(null)
                            .setBranches(List.of())
                            .build())
                    .build());
            if (evenAtOnce && lead >= REPS) {
                assertThat(spread()).as("after lead %d", lead).isLessThanOrEqualTo(1);
            }
            if (lead % 1_000 == 0) {
                restart();
            }
        }
    }

    private void decide(Object event) {
        Input input = new Input(event, "event-" + events, NOON, null, false);
        Decision<TeamState> decision = decider.decide(state, input, NOON.plus(Duration.ofMinutes(1)), POLICY);
        state = decision.state();
        decision.outputs().forEach(output -> {
            if (output.event() instanceof LeadAssigned assigned && assigned.getOwnerId() != null) {
                given.merge(assigned.getOwnerId(), 1, Integer::sum);
                assertThat(owned.add(assigned.getLeadId())).isTrue();
            }
        });
    }

    private int spread() {
        int most = 0;
        int least = Integer.MAX_VALUE;
        for (int leads : given.values()) {
            most = Math.max(most, leads);
            least = Math.min(least, leads);
        }
        return most - least;
    }

    private void restart() {
        StateWriter out = new StateWriter();
        codec.write(state, out);
        state = codec.read(new StateReader(out.toBytes()));
    }
}
