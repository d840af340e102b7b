package io.revstream.team;

import io.revstream.events.AccountFact;
import io.revstream.events.DataIssueFound;
import io.revstream.events.LeadAssigned;
import io.revstream.events.OwnerChosen;
import io.revstream.events.RepDetails;
import io.revstream.events.RepFact;
import io.revstream.events.TeamRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.revstream.team.Team.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;

class TeamDeciderTest {

    private static final Instant TUESDAY_9AM = MONDAY_9AM.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY_9AM = MONDAY_9AM.plus(Duration.ofDays(2));

    private final Team team = new Team("inside-sales");

    @Test
    void theTeamWakesWhenSomebodyIsBackAndNotBefore() {
        team.joined("ann").away("ann", "a1", MONDAY_9AM, TUESDAY_9AM).away("ann", "a2", MONDAY_9AM, WEDNESDAY_9AM);
        assertThat(team.wakeAt()).isNull();
        team.asked("lead-1", "acme");
        assertThat(team.assigned()).containsExactly("lead-1>-");
        assertThat(team.wakeAt()).isEqualTo(WEDNESDAY_9AM);
        team.at(WEDNESDAY_9AM).woken();
        assertThat(team.assigned()).containsExactly("lead-1>ann");
        assertThat(team.wakeAt()).isNull();
        assertThat(team.state().queue().waiting()).isEmpty();
    }

    @Test
    void whatIsPlannedHoldsFromItsInstantAlsoWhenADecisionWasMadeBefore() {
        team.joined("ann")
                .details("ann", RepDetails.newBuilder().setManagerId("max").setEffectiveFrom(TUESDAY_9AM));
        assertThat(team.wakeAt()).isEqualTo(TUESDAY_9AM);
        team.at(TUESDAY_9AM.minusMillis(1)).asked("lead-1", "acme");
        assertThat(team.said(LeadAssigned.class))
                .extracting(LeadAssigned::getManagerId)
                .containsExactly("manager-inside-sales");
        team.at(TUESDAY_9AM).woken();
        assertThat(team.said(RepFact.class))
                .extracting(RepFact::getLeadId, RepFact::getManagerId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("lead-1", "max"));
        assertThat(team.wakeAt()).isNull();
    }

    @Test
    void eachOpenLeadHearsOfWhatMattersToItsClocksAndOfNothingElse() {
        team.joined("ann", "bob").asked("lead-1", "a").asked("lead-2", "b").asked("lead-3", "c");
        team.details("ann", RepDetails.newBuilder().setZone("Europe/Berlin").setHours("08:00-16:00"));
        assertThat(team.said(RepFact.class)).extracting(RepFact::getLeadId).containsExactly("lead-1", "lead-3");
        assertThat(team.said(RepFact.class).get(0).getHours()).isEqualTo("08:00-16:00");
        assertThat(team.said(RepFact.class).get(0).getZone()).isEqualTo("Europe/Berlin");
        team.away("ann", "a1", TUESDAY_9AM, WEDNESDAY_9AM);
        assertThat(team.said(RepFact.class))
                .extracting(RepFact::getAway)
                .containsOnly(List.of(TUESDAY_9AM + "/" + WEDNESDAY_9AM));
        team.released("lead-1", "ann").details("ann", RepDetails.newBuilder().setActive(false));
        assertThat(team.said(RepFact.class)).extracting(RepFact::getLeadId).containsExactly("lead-3");
        assertThat(team.said(RepFact.class).get(0).getActive()).isFalse();
        team.details("bob", RepDetails.newBuilder().setCapacity(7).setName("Bob"));
        assertThat(team.said(RepFact.class)).isEmpty();
        team.at(WEDNESDAY_9AM).asked("lead-4", "d");
        assertThat(team.said(RepFact.class))
                .as("that an absence is over is no news")
                .isEmpty();
    }

    @Test
    void whoStandsBehindAContactThatIsGoneIsReturnedToItsAccount() {
        team.joined("ann").asked("lead-1", "acme");
        team.asked("lead-2", Team.asks("acme").setBehindLeadId("lead-1").build());
        assertThat(team.assigned()).isEmpty();
        OwnerChosen returned = team.said(AccountFact.class).get(0).getOwnerChosen();
        assertThat(returned.getLeadId()).isEqualTo("lead-2");
        assertThat(returned.getReturned()).isTrue();
        assertThat(team.state().queue().waiting()).isEmpty();
    }

    /** It would get there twice: its account hears where the first contact went, and asks there. */
    @Test
    void aTeamThatSendsItsLeadsOnReturnsWhoWouldStandBehindOneOfThem() {
        Team moon = new Team("moon").asked("lead-1", "acme");
        moon.asked("lead-2", Team.asks("acme").setBehindLeadId("lead-1").build());
        assertThat(moon.said(TeamRequest.class)).isEmpty();
        assertThat(moon.said(AccountFact.class))
                .extracting(one -> one.getOwnerChosen().getReturned())
                .containsExactly(true);
    }

    @Test
    void contactsBehindFollowTheFirstAlsoBeyondARepsCapacityButNotToARepTheyMustNotGet() {
        team.details("ann", RepDetails.newBuilder().setCapacity(0)).asked("lead-1", "acme");
        team.asked("lead-2", Team.asks("acme").setBehindLeadId("lead-1").build());
        team.asked(
                "lead-3",
                Team.asks("acme")
                        .setBehindLeadId("lead-1")
                        .setExcluded(List.of("ann"))
                        .build());
        team.asked("lead-4", "other");
        team.details("ann", RepDetails.newBuilder().setCapacity(1));
        assertThat(team.assigned()).containsExactly("lead-1>ann", "lead-2>ann");
        team.at(TUESDAY_9AM).joined("bob");
        assertThat(team.assigned()).as("from now on it waits for itself").containsExactly("lead-3>bob", "lead-4>bob");
    }

    @Test
    void aLeadThatANewRepLacksTheSkillForDoesNotHoldUpThoseWhoCameLater() {
        team.asked("german", Team.asks("a").setSkills(List.of("german")).build());
        team.at(MONDAY_9AM.plusSeconds(1)).asked("any-1", "b");
        team.at(MONDAY_9AM.plusSeconds(2))
                .asked("german-2", Team.asks("c").setSkills(List.of("german")).build());
        team.at(MONDAY_9AM.plusSeconds(3)).asked("any-2", "d");
        team.at(TUESDAY_9AM).joined("ann");
        assertThat(team.assigned()).containsExactly("any-1>ann", "any-2>ann");
        team.details("bob", RepDetails.newBuilder().setSkills(List.of("German", "banking")));
        assertThat(team.assigned()).containsExactly("german>bob", "german-2>bob");
    }

    @Test
    void aTeamThatThePolicyLacksSendsItsLeadsToTheTeamOfTheLastBranch() {
        Team moon = new Team("moon").joined("ann").asked("lead-1", "acme");
        assertThat(moon.assigned()).isEmpty();
        TeamRequest sentOn = moon.said(TeamRequest.class).get(0);
        assertThat(sentOn.getTeamId()).isEqualTo("inside-sales");
        assertThat(sentOn.getRepAsked().getBranches().get(0).getBecause())
                .isEqualTo("Expected a team of the policy, but it has none called moon; sent on to inside-sales");
        moon.asked("lead-2", "acme");
        assertThat(moon.said(DataIssueFound.class)).as("told once").isEmpty();
    }

    @Test
    void aTeamComesBackEqualFromItsStoredForm() {
        team.joined("ann")
                .details(
                        "ann",
                        RepDetails.newBuilder()
                                .setHours("9 to 5")
                                .setStartedOn(java.time.LocalDate.of(2026, 1, 2))
                                .setAttainment(0.7)
                                .setOpenDeals(3)
                                .setTerritories(List.of("west"))
                                .setBackupId("bob")
                                .setDays(List.of("MONDAY"))
                                .setHolidays(""))
                .details("ann", RepDetails.newBuilder().setZone("Asia/Kolkata").setEffectiveFrom(WEDNESDAY_9AM))
                .away("ann", "a1", MONDAY_9AM, TUESDAY_9AM)
                .asked("lead-1", "acme");
        team.asked(
                "lead-2",
                Team.asks("acme")
                        .setBehindLeadId("lead-1")
                        .setAskedAt(MONDAY_9AM)
                        .build());
        assertThat(team.readBack()).isEqualTo(team.state());
        assertThat(team.state().issues()).containsKey("rep-details/ann/hours");
    }
}
