package io.revstream.team;

import io.revstream.events.DataIssueFound;
import io.revstream.events.RepClaimed;
import io.revstream.events.RepDetails;
import io.revstream.events.TeamRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.revstream.team.Team.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;

class RepClaimsTest {

    private static final Instant LATER = MONDAY_9AM.plusSeconds(60);

    private final Team rep = new Team("rep/ann");

    @Test
    void theTeamThatHadARepFirstKeepsHimInEitherOrderOfArrival() {
        rep.at(MONDAY_9AM).claimed(new RepClaimed("ann", "west", true));
        assertThat(rep.said(TeamRequest.class)).isEmpty();
        rep.at(LATER).claimed(new RepClaimed("ann", "east", true));
        assertThat(told()).containsExactly("east: west has ann");

        Team late = new Team("rep/ann").at(LATER).claimed(new RepClaimed("ann", "east", true));
        late.at(MONDAY_9AM).claimed(new RepClaimed("ann", "west", true));
        assertThat(told(late)).containsExactly("east: west has ann");
        assertThat(late.state()).isEqualTo(rep.state());
    }

    @Test
    void theOtherTeamHearsWhenTheFirstLetsGoAndTheIssueIsResolved() {
        rep.at(MONDAY_9AM).claimed(new RepClaimed("ann", "west", true));
        rep.at(LATER).claimed(new RepClaimed("ann", "east", true));
        assertThat(rep.said(DataIssueFound.class))
                .extracting(DataIssueFound::getResolved)
                .containsExactly(false);
        rep.claimed(new RepClaimed("ann", "west", false));
        assertThat(told()).containsExactly("east: east has ann");
        assertThat(rep.said(DataIssueFound.class))
                .extracting(DataIssueFound::getResolved)
                .containsExactly(true);
        rep.at(LATER.plusSeconds(1)).claimed(new RepClaimed("ann", "west", true));
        assertThat(told()).as("who comes back is second").containsExactly("west: east has ann");
        rep.claimed(new RepClaimed("ann", "east", false));
        assertThat(told()).containsExactly("west: west has ann");
        rep.claimed(new RepClaimed("ann", "west", false));
        assertThat(rep.state().claims().since()).isEmpty();
    }

    @Test
    void aTeamClaimsARepWhoJoinsAndLetsGoOfOneWhoLeavesAndGivesNothingToOneWhomAnotherHas() {
        Team team = new Team("inside-sales").joined("ann");
        assertThat(claims(team)).containsExactly("rep/ann true");
        team.details("ann", RepDetails.newBuilder().setName("Ann"));
        assertThat(claims(team)).isEmpty();
        team.claimed(new RepClaimed("ann", "west", true)).asked("lead-1", "acme");
        assertThat(team.assigned()).containsExactly("lead-1>-");
        team.claimed(new RepClaimed("ann", "inside-sales", true));
        assertThat(team.assigned()).containsExactly("lead-1>ann");
        team.details("ann", RepDetails.newBuilder().setActive(false));
        assertThat(claims(team)).containsExactly("rep/ann false");
    }

    @Test
    void aRepsStateComesBackEqualFromItsStoredForm() {
        rep.claimed(new RepClaimed("ann", "west", true)).at(LATER).claimed(new RepClaimed("ann", "east", true));
        assertThat(rep.readBack()).isEqualTo(rep.state());
    }

    private List<String> told() {
        return told(rep);
    }

    private static List<String> told(Team rep) {
        return rep.said(TeamRequest.class).stream()
                .map(request ->
                        request.getTeamId() + ": " + request.getClaimed().getByTeamId() + " has "
                                + request.getClaimed().getRepId())
                .toList();
    }

    private static List<String> claims(Team team) {
        return team.said(TeamRequest.class).stream()
                .map(request -> request.getTeamId() + " " + request.getClaimed().getActive())
                .toList();
    }
}
