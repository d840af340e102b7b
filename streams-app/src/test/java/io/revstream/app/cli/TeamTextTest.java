package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.Events;
import io.revstream.app.RecordJson;
import io.revstream.app.Topologies;
import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import io.revstream.team.TeamExplanation;
import io.revstream.team.TeamState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What {@code explain team} prints. */
class TeamTextTest {

    /** A Monday, 9 o'clock in New York. */
    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");

    private static final Policy POLICY = Presets.policy("mid-market");

    private final VirtualPipeline pipeline = new VirtualPipeline(
            Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(), one -> {});

    @BeforeEach
    void threeReps() {
        pipeline.adopt(POLICY, MONDAY_9AM.minus(Duration.ofDays(1)));
        rep("dana", RepDetails.newBuilder().setName("Dana").setCapacity(2), MONDAY_9AM.minus(Duration.ofHours(1)));
        rep("li", RepDetails.newBuilder().setName("Li").setCapacity(1), MONDAY_9AM.minus(Duration.ofHours(1)));
        rep("max", RepDetails.newBuilder().setName("Max"), MONDAY_9AM.minus(Duration.ofHours(1)));
        RepAbsence away = RepAbsence.newBuilder()
                .setAbsenceId("holiday")
                .setFrom(MONDAY_9AM.minus(Duration.ofHours(1)))
                .setUntil(MONDAY_9AM.plus(Duration.ofDays(2)))
                .build();
        RepEvent absence = event("max", "away", MONDAY_9AM.minus(Duration.ofHours(1)))
                .setAbsence(away)
                .build();
        pipeline.publish(Catalogue.REPS, "inside-sales", absence, MONDAY_9AM.minus(Duration.ofHours(1)));
    }

    @Test
    void whoIsNextAndWhyAndWhatKeepsTheOthers() {
        demo("ada", 0);
        demo("bob", 10);

        TeamExplanation team = explain(20);

        assertThat(team.next()).isEqualTo("dana");
        assertThat(team.reps())
                .extracting(TeamExplanation.OfRep::id, TeamExplanation.OfRep::open, TeamExplanation.OfRep::skipped)
                .containsExactly(tuple("dana", 1, null), tuple("li", 1, "at-capacity"), tuple("max", 0, "absent"));
        assertThat(team.queue()).isEmpty();
        assertThat(text(team, 20)).isEqualToNormalizingNewlines("""
                Team inside-sales (Inside sales) at 2026-03-02T14:20:00Z, by policy mid-market-1
                  next      dana, by rotation: Dana is the only one who can take the lead
                  counts    since 2026-03-01T05:00:00Z
                  reps
                                                           OPEN  TURNS   SHARE WEIGHT  LATEST LEAD            CANNOT TAKE ONE
                    dana           Dana                       1      1    1.00    1.0  2026-03-02T14:00:00Z
                    li             Li                         1      1    1.00    1.0  2026-03-02T14:10:00Z   at-capacity
                      dana stands in
                    max            Max                        0      0    0.00    1.0  never                  absent, there from 2026-03-04T14:00:00Z
                      away 2026-03-02T13:00:00Z/2026-03-04T14:00:00Z
                      dana stands in
                  queue     nobody waits
                """);
    }

    @Test
    void whoWaitsAndForHowLong() {
        demo("ada", 0);
        demo("bob", 10);
        demo("cem", 20);
        demo("dan", 30);
        demo("eve", 60);

        TeamExplanation team = explain(90);

        assertThat(team.next()).isNull();
        assertThat(team.queue())
                .extracting(TeamExplanation.OfLead::id, TeamExplanation.OfLead::waited)
                .containsExactly(tuple("dan", Duration.ofMinutes(60)), tuple("eve", Duration.ofMinutes(30)));
        assertThat(text(team, 90)).isEqualToNormalizingNewlines("""
                Team inside-sales (Inside sales) at 2026-03-02T15:30:00Z, by policy mid-market-1
                  next      nobody, a lead would wait: no rep of the team can take the lead
                  counts    since 2026-03-01T05:00:00Z
                  reps
                                                           OPEN  TURNS   SHARE WEIGHT  LATEST LEAD            CANNOT TAKE ONE
                    dana           Dana                       2      2    2.00    1.0  2026-03-02T14:20:00Z   at-capacity
                    li             Li                         1      1    1.00    1.0  2026-03-02T14:10:00Z   at-capacity
                    max            Max                        0      0    0.00    1.0  never                  absent, there from 2026-03-04T14:00:00Z
                      away 2026-03-02T13:00:00Z/2026-03-04T14:00:00Z
                  queue     2 wait; somebody may be there at 2026-03-04T14:00:00Z
                    dan                      of dan-inc.com          for 1.0h, since 2026-03-02T14:30:00Z, due 2026-03-02T15:30:00Z
                    eve                      of eve-inc.com          for 30min, since 2026-03-02T15:00:00Z, due 2026-03-02T16:00:00Z
                """);
    }

    @Test
    void aTeamThatThePolicyDoesNotHaveSaysSo() {
        RepEvent joined = event("zoe", "joined", MONDAY_9AM)
                .setDetails(RepDetails.newBuilder().setName("Zoe").build())
                .build();
        pipeline.publish(Catalogue.REPS, "nowhere", joined, MONDAY_9AM);
        TeamExplanation team = TeamExplanation.of((TeamState) pipeline.state("team", "nowhere"), POLICY, MONDAY_9AM);

        assertThat(team.known()).isFalse();
        assertThat(text(team, 0)).contains("  not in the policy: no lead is routed here\n");
    }

    private TeamExplanation explain(long minute) {
        pipeline.advanceTo(minute(minute));
        return TeamExplanation.of((TeamState) pipeline.state("team", "inside-sales"), POLICY, minute(minute));
    }

    private static String text(TeamExplanation team, long minute) {
        ObjectNode json = RecordJson.of(team);
        json.put("at", minute(minute).toString()).put("policyVersion", POLICY.version());
        return TeamText.of(json);
    }

    private void rep(String rep, RepDetails.Builder details, Instant at) {
        RepEvent event = event(rep, "joined", at).setDetails(details.build()).build();
        pipeline.publish(Catalogue.REPS, "inside-sales", event, at);
    }

    private static RepEvent.Builder event(String rep, String what, Instant at) {
        return RepEvent.newBuilder()
                .setEventId(what + "-" + rep)
                .setOccurredAt(at)
                .setSource("test")
                .setRepId(rep);
    }

    private void demo(String lead, long minute) {
        Instant at = minute(minute);
        pipeline.publish(Catalogue.LEADS, lead, Events.perfectFit(lead, at), at);
        pipeline.publish(Catalogue.ACTIVITIES, lead, Events.prospect("demo-" + lead, "DEMO_REQUEST", null, at), at);
    }

    private static Instant minute(long minute) {
        return MONDAY_9AM.plus(Duration.ofMinutes(minute));
    }
}
