package io.revstream.app;

import io.revstream.events.ClockChange;
import io.revstream.events.DeadLetter;
import io.revstream.events.JournalEntry;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.ScoreChanged;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.ReplayCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.revstream.app.Events.call;
import static io.revstream.app.Events.perfectFit;
import static io.revstream.app.Events.prospect;
import static io.revstream.app.Events.rep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** From topic to topic on a real broker: transactions, partitions, restarts. */
class PipelineOnBrokerTest {

    private final Instant tenOClock = PastWorkday.tenOClock();

    @TempDir
    Path directory;

    private RunningPipeline revstream;

    @BeforeEach
    void startBroker() {
        revstream = new RunningPipeline(directory);
    }

    @AfterEach
    void stopBroker() {
        revstream.close();
    }

    private void publishRep() {
        revstream.publisher.publish(Catalogue.REPS, "inside-sales", rep("dana", "Dana", tenOClock), tenOClock);
    }

    private void publishDemoRequest(String lead, Instant at) {
        publishLead(lead, at);
        publishDemo(lead, at.plusSeconds(60));
    }

    @Test
    void aDemoRequestBecomesARoutedMqlWithAClock() {
        publishRep();
        publishDemoRequest("ada", Instant.now().minusSeconds(120));
        revstream.publisher.flush();
        revstream.start();

        MqlPromoted promoted = revstream
                .await(Catalogue.MQL_PROMOTIONS, MqlPromoted.class, l -> !l.isEmpty())
                .get(0);
        assertThat(promoted.getRule()).isEqualTo("demo-request");
        assertThat(promoted.getCausedBy()).isEqualTo("demo-ada");
        assertThat(promoted.getPolicyVersion()).isEqualTo("mid-market-1");

        LeadAssigned assigned = revstream
                .await(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, l -> !l.isEmpty())
                .get(0);
        assertThat(assigned.getOwnerId()).isEqualTo("dana");
        assertThat(assigned.getBranches()).last().extracting("branch").isEqualTo("default");

        assertThat(revstream.await(Catalogue.SLA_CLOCKS, SlaClockChanged.class, l -> !l.isEmpty()))
                .first()
                .extracting(SlaClockChanged::getClock)
                .isEqualTo("first-contact");
        assertThat(revstream.events(Catalogue.LIFECYCLE, LifecycleChanged.class))
                .extracting(LifecycleChanged::getStage)
                .containsExactly("Lead", "MQL");
        assertThat(revstream.events(Catalogue.SCORES, ScoreChanged.class)).isNotEmpty();
        assertThat(revstream.events(Catalogue.DEAD_LETTERS, DeadLetter.class)).isEmpty();
    }

    /** The application was down for a day. The contact that stopped one clock lies in the backlog; the other lead was never called. */
    @Test
    @Tag("SLA-34")
    void noBreachIsToldWhoseStoppingEventIsInTheBacklog() {
        SettableClock clock = new SettableClock(tenOClock.plusSeconds(120));
        publishRep();
        publishDemoRequest("called", tenOClock);
        publishDemoRequest("forgotten", tenOClock);
        revstream.publisher.flush();
        revstream.start(clock);
        revstream.await(Catalogue.SLA_CLOCKS, SlaClockChanged.class, l -> owned(l) == 2);
        revstream.stop();

        // A day's backlog on both partitions' topics, with the contact in the midst of it.
        for (int minute = 3; minute < 24 * 60; minute++) {
            Instant at = tenOClock.plus(minute, ChronoUnit.MINUTES);
            String lead = "noise" + minute % 20;
            revstream.publisher.publish(
                    Catalogue.ACTIVITIES, lead, prospect("noise-" + minute, "PAGE_VIEW", "blog", at), at);
        }
        Instant inTime = tenOClock.plus(150, ChronoUnit.MINUTES);
        revstream.publisher.publish(Catalogue.ACTIVITIES, "called", call("call", "dana", inTime), inTime);
        revstream.publisher.flush();

        clock.set(tenOClock.plus(25, ChronoUnit.HOURS));
        revstream.start(clock);
        List<SlaStepReached> steps = revstream.await(Catalogue.SLA_BREACHES, SlaStepReached.class, l -> l.size() >= 4);
        assertThat(steps).extracting(SlaStepReached::getSubjectId).containsOnly("forgotten");
        assertThat(steps)
                .extracting(SlaStepReached::getStepName)
                .containsExactly("reminder", "overdue", "manager", "reassign");
        assertThat(steps).allSatisfy(step -> assertThat(step.getOccurredAt()).isEqualTo(step.getStepDueAt()));
        assertThat(revstream.events(Catalogue.SLA_CLOCKS, SlaClockChanged.class))
                .filteredOn(c -> c.getChange() == ClockChange.MET)
                .singleElement()
                .satisfies(met -> assertThat(met.getMetAt()).isEqualTo(inTime));
        revstream.stop();
        assertThat(revstream.replay())
                .allSatisfy(report -> assertThat(report.differences()).isEmpty());
    }

    private static long owned(List<SlaClockChanged> clocks) {
        return clocks.stream()
                .filter(c -> c.getOwnerId() != null)
                .map(SlaClockChanged::getSubjectId)
                .distinct()
                .count();
    }

    /** An activity overtakes the lead's record by milliseconds: the decisions are the same but for their cause. */
    @Test
    void nearSimultaneousInputsLeadToTheSameDecisionsInEitherOrder() {
        publishRep();
        revstream.publisher.flush();
        revstream.start();
        Instant told = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        Instant happened = told.plusMillis(5);
        publishLead("inorder", told);
        publishDemo("inorder", happened);
        publishDemo("swapped", happened);
        revstream.publisher.flush();
        revstream.await(
                Catalogue.SCORES,
                ScoreChanged.class,
                l -> l.stream().anyMatch(score -> score.getLeadId().equals("swapped")));
        publishLead("swapped", told);
        revstream.publisher.flush();
        List<SlaClockChanged> clocks = revstream.await(Catalogue.SLA_CLOCKS, SlaClockChanged.class, l -> owned(l) == 2);

        List<MqlPromoted> promoted = revstream.events(Catalogue.MQL_PROMOTIONS, MqlPromoted.class);
        assertThat(promoted).hasSize(2);
        assertThat(promoted).extracting(MqlPromoted::getOccurredAt).containsOnly(happened);
        assertThat(promoted).extracting(MqlPromoted::getRule).containsOnly("demo-request");
        assertThat(promoted)
                .extracting(MqlPromoted::getBecause)
                .containsOnly(promoted.get(0).getBecause());
        assertThat(promoted)
                .extracting(one -> one.getScore().toString().replace("swapped", "inorder"))
                .containsOnly(promoted.get(0).getScore().toString().replace("swapped", "inorder"));
        assertThat(clocks)
                .filteredOn(clock -> clock.getChange() == ClockChange.STARTED)
                .extracting(SlaClockChanged::getStartedAt, SlaClockChanged::getDueAt)
                .containsOnly(tuple(clocks.get(0).getStartedAt(), clocks.get(0).getDueAt()));
        assertThat(revstream.events(Catalogue.LIFECYCLE, LifecycleChanged.class))
                .extracting(LifecycleChanged::getLeadId, LifecycleChanged::getStage)
                .containsExactlyInAnyOrder(
                        tuple("inorder", "Lead"),
                        tuple("inorder", "MQL"),
                        tuple("swapped", "Lead"),
                        tuple("swapped", "MQL"));
    }

    private void publishLead(String lead, Instant at) {
        revstream.publisher.publish(Catalogue.LEADS, lead, perfectFit(lead, at), at);
    }

    private void publishDemo(String lead, Instant at) {
        revstream.publisher.publish(Catalogue.ACTIVITIES, lead, prospect("demo-" + lead, "DEMO_REQUEST", null, at), at);
    }

    @Test
    void aReplayAlongTheJournalAgreesByteForByte() {
        publishRep();
        revstream.start();
        for (int i = 0; i < 50; i++) {
            publishDemoRequest("lead" + i, Instant.now());
            revstream.publisher.publish(
                    Catalogue.ACTIVITIES, "lead" + i, call("call" + i, "dana", Instant.now()), Instant.now());
        }
        revstream.publisher.flush();
        revstream.await(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, l -> l.size() >= 50);
        revstream.stop();
        List<ReplayCheck.Report> reports = revstream.replay();
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.differences()).isEmpty();
            assertThat(report.records()).isPositive();
        });
        assertThat(reports).filteredOn(r -> r.topology().equals("lead")).first().satisfies(report -> {
            assertThat(report.aggregates()).isEqualTo(50);
            assertThat(report.decisions()).isGreaterThan(200);
        });
    }

    /** Leads whose score lies below the former threshold and above the new one; in the midst of the sweep the application is restarted. */
    @Test
    void aPolicyThatTakesEffectRescoresAllLeadsInSteps() {
        publishRep();
        Instant since = Instant.now().minusSeconds(120).truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < 24; i++) {
            String lead = "lead" + i;
            publishLead(lead, since);
            revstream.publisher.publish(
                    Catalogue.ACTIVITIES, lead, prospect("trial-" + lead, "TRIAL_SIGN_UP", null, since), since);
        }
        revstream.publisher.flush();
        revstream.start();
        revstream.await(Catalogue.SCORES, ScoreChanged.class, l -> leadsFrom(50, l) == 24);
        assertThat(revstream.events(Catalogue.MQL_PROMOTIONS, MqlPromoted.class))
                .isEmpty();

        revstream.publish(Presets.text("mid-market")
                .replaceFirst("(?m)^version: .*$", "version: lower-2")
                .replaceFirst("threshold: \\d+", "threshold: 50"));
        revstream.await(Catalogue.MQL_PROMOTIONS, MqlPromoted.class, l -> !l.isEmpty());
        revstream.stop();
        revstream.start();
        List<MqlPromoted> promoted = revstream.await(Catalogue.MQL_PROMOTIONS, MqlPromoted.class, l -> l.size() >= 24);

        assertThat(promoted).hasSize(24).allSatisfy(one -> {
            assertThat(one.getPolicyVersion()).isEqualTo("lower-2");
            assertThat(one.getCausedBy()).isEqualTo("rescoring/lead/" + one.getLeadId() + "/lower-2");
            assertThat(one.getRule()).isEqualTo("threshold");
        });
        revstream.await(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, l -> l.size() >= 24);
        revstream.stop();
        assertThat(revstream.events(Catalogue.journal("lead"), JournalEntry.class).stream()
                        .flatMap(entry -> entry.getRuns().stream())
                        .filter(run -> run.getRescoredTo() != null))
                .as("steps of two leads, in three partitions")
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(revstream.replay())
                .allSatisfy(report -> assertThat(report.differences()).isEmpty());
    }

    private static long leadsFrom(int total, List<ScoreChanged> scores) {
        return scores.stream()
                .filter(score -> score.getScore().getTotal().intValue() >= total)
                .map(ScoreChanged::getLeadId)
                .distinct()
                .count();
    }
}
