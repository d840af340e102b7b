package io.revstream.app;

import io.revstream.events.ClockChange;
import io.revstream.events.LeadAssigned;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.stream.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.revstream.app.Events.call;
import static io.revstream.app.Events.perfectFit;
import static io.revstream.app.Events.prospect;
import static io.revstream.app.Events.rep;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application stands still for six hours of a working day, on a real broker. Under the mid-market policy an MQL is to be contacted
 * within four business hours: a reminder after three, breaches after four and six. Leads were promoted and assigned at ten; the outage
 * lasts from half a minute later until ten past four.
 */
class OutageOnBrokerTest {

    private static final int OF_EACH = 40;
    private static final Duration OUTAGE = Duration.ofHours(6);

    private final Instant ten = PastWorkday.tenOClock();
    private final Instant back = ten.plus(OUTAGE).plus(Duration.ofMinutes(10));

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

    @Test
    void afterSixHoursOnlyTrueBreachesAreToldAtTheirOwnInstants() {
        SettableClock clock = new SettableClock(ten.plusSeconds(30));
        for (int i = 0; i < 8; i++) {
            revstream.publisher.publish(Catalogue.REPS, "inside-sales", rep("rep-" + i, "Rep", ten), ten);
        }
        ofEach("in-time", "late", "never").forEach(lead -> promote(lead, ten));
        revstream.publisher.flush();
        revstream.start(clock);
        revstream.await(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, all -> all.size() == 3 * OF_EACH);
        revstream.await(
                Catalogue.SLA_CLOCKS, SlaClockChanged.class, all -> owned(all).size() == 3 * OF_EACH);
        revstream.stop();

        Instant oneHour = ten.plus(Duration.ofHours(1));
        Instant fiveHours = ten.plus(Duration.ofHours(5));
        ofEach("in-time").forEach(lead -> contact(lead, oneHour));
        ofEach("late").forEach(lead -> contact(lead, fiveHours));
        revstream.publisher.flush();
        clock.set(back);
        revstream.start(clock);
        List<SlaStepReached> steps =
                revstream.await(Catalogue.SLA_BREACHES, SlaStepReached.class, all -> all.size() >= (2 + 3) * OF_EACH);
        revstream.await(Catalogue.SLA_CLOCKS, SlaClockChanged.class, all -> met(all).size() == 2 * OF_EACH);
        revstream.stop();

        Map<String, List<String>> told = new TreeMap<>(steps.stream()
                .collect(Collectors.groupingBy(
                        SlaStepReached::getSubjectId,
                        Collectors.mapping(SlaStepReached::getStepName, Collectors.toList()))));
        assertThat(told.keySet()).as("nobody who was called in time").isEqualTo(Set.copyOf(ofEach("late", "never")));
        ofEach("late").forEach(lead -> assertThat(told.get(lead)).containsExactly("reminder", "overdue"));
        ofEach("never").forEach(lead -> assertThat(told.get(lead)).containsExactly("reminder", "overdue", "manager"));
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.getOccurredAt()).isEqualTo(step.getStepDueAt());
            assertThat(step.getStepDueAt()).isEqualTo(ten.plus(hours(step.getStepName())));
            assertThat(step.getSaidAt())
                    .as(
                            "time had come to the late contact when its lead was looked at, and to the present for the others")
                    .isEqualTo(step.getSubjectId().startsWith("late") ? fiveHours : back);
        });
        assertThat(steps)
                .as("of what came due in one go, nobody needs to be told more than the last")
                .filteredOn(step -> !step.getSuperseded())
                .extracting(SlaStepReached::getSubjectId)
                .containsExactlyInAnyOrderElementsOf(ofEach("late", "never"));
        assertThat(steps)
                .filteredOn(step -> step.getKind() == StepKind.WITHDRAWN)
                .isEmpty();

        List<SlaClockChanged> clocks = revstream.events(Catalogue.SLA_CLOCKS, SlaClockChanged.class);
        assertThat(clocks)
                .filteredOn(one -> one.getChange() == ClockChange.MET && !one.getLate())
                .extracting(SlaClockChanged::getSubjectId)
                .containsExactlyInAnyOrderElementsOf(ofEach("in-time"));
        assertThat(clocks)
                .filteredOn(one -> one.getChange() == ClockChange.MET && one.getLate())
                .extracting(SlaClockChanged::getSubjectId, SlaClockChanged::getMetAt)
                .hasSize(OF_EACH)
                .allSatisfy(met -> assertThat(met.toList()).contains(fiveHours));
        assertThat(revstream.replay())
                .allSatisfy(report -> assertThat(report.differences()).isEmpty());
    }

    private void promote(String lead, Instant at) {
        revstream.publisher.publish(Catalogue.LEADS, lead, perfectFit(lead, at), at);
        revstream.publisher.publish(Catalogue.ACTIVITIES, lead, prospect("demo-" + lead, "DEMO_REQUEST", null, at), at);
    }

    private void contact(String lead, Instant at) {
        revstream.publisher.publish(Catalogue.ACTIVITIES, lead, call("call-" + lead, "rep-0", at), at);
    }

    private static Duration hours(String step) {
        return Duration.ofHours(
                switch (step) {
                    case "reminder" -> 3;
                    case "overdue" -> 4;
                    case "manager" -> 6;
                    default -> throw new IllegalArgumentException("Expected a step of the first contact, but " + step);
                });
    }

    private static List<SlaClockChanged> owned(List<SlaClockChanged> clocks) {
        return List.copyOf(clocks.stream()
                .filter(one -> one.getOwnerId() != null && one.getChange() == ClockChange.RESCHEDULED)
                .filter(one -> one.getClock().equals("first-contact"))
                .collect(Collectors.toMap(SlaClockChanged::getSubjectId, one -> one, (a, b) -> b, TreeMap::new))
                .values());
    }

    private static List<SlaClockChanged> met(List<SlaClockChanged> clocks) {
        return clocks.stream()
                .filter(one -> one.getClock().equals("first-contact") && one.getChange() == ClockChange.MET)
                .toList();
    }

    private static List<String> ofEach(String... kinds) {
        return List.of(kinds).stream()
                .flatMap(kind -> IntStream.range(0, OF_EACH).mapToObj(i -> kind + "-" + i))
                .sorted()
                .toList();
    }
}
