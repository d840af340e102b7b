package io.revstream.app;

import io.revstream.events.ClockChange;
import io.revstream.events.DeadLetter;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.ScoreChanged;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.stream.Catalogue;
import io.revstream.stream.ReplayCheck;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
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

/** From topic to topic on a real broker: transactions, partitions, restarts. */
class PipelineOnBrokerTest {

    /** A Monday that lies behind, 10:00 in the office: business hours whenever the test runs. */
    private static final Instant MONDAY_10AM = ZonedDateTime.now(ZoneId.of("America/New_York"))
            .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
            .minusWeeks(1)
            .truncatedTo(ChronoUnit.DAYS)
            .withHour(10)
            .toInstant();

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
        revstream.publisher.publish(Catalogue.REPS, "inside-sales", rep("dana", "Dana", MONDAY_10AM), MONDAY_10AM);
    }

    private void publishDemoRequest(String lead, Instant at) {
        revstream.publisher.publish(Catalogue.LEADS, lead, perfectFit(lead, at), at);
        Instant later = at.plusSeconds(60);
        revstream.publisher.publish(
                Catalogue.ACTIVITIES, lead, prospect("demo-" + lead, "DEMO_REQUEST", null, later), later);
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
        SettableClock clock = new SettableClock(MONDAY_10AM.plusSeconds(120));
        publishRep();
        publishDemoRequest("called", MONDAY_10AM);
        publishDemoRequest("forgotten", MONDAY_10AM);
        revstream.publisher.flush();
        revstream.start(clock);
        revstream.await(Catalogue.SLA_CLOCKS, SlaClockChanged.class, l -> owned(l) == 2);
        revstream.stop();

        // A day's backlog on both partitions' topics, with the contact in the midst of it.
        for (int minute = 3; minute < 24 * 60; minute++) {
            Instant at = MONDAY_10AM.plus(minute, ChronoUnit.MINUTES);
            String lead = "noise" + minute % 20;
            revstream.publisher.publish(
                    Catalogue.ACTIVITIES, lead, prospect("noise-" + minute, "PAGE_VIEW", "blog", at), at);
        }
        Instant inTime = MONDAY_10AM.plus(150, ChronoUnit.MINUTES);
        revstream.publisher.publish(Catalogue.ACTIVITIES, "called", call("call", "dana", inTime), inTime);
        revstream.publisher.flush();

        clock.set(MONDAY_10AM.plus(24, ChronoUnit.HOURS));
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
}
