package io.revstream.app;

import io.revstream.events.LeadAssigned;
import io.revstream.events.RoutingReason;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T09:00:00Z");

    private final Tally tally = new Tally();

    @Test
    void aLeadCountsOnceHoweverOftenItIsToldOf() {
        count(Catalogue.LEADS, "ada", Events.perfectFit("ada", MONDAY_9AM));
        count(Catalogue.LEADS, "ada", Events.accepted("ada", "dana", MONDAY_9AM));
        count(Catalogue.LEADS, "bob", Events.perfectFit("bob", MONDAY_9AM));
        count(Catalogue.LEADS, null, null);

        assertThat(tally.summary().count("leads")).isEqualTo(2);
    }

    @Test
    void tenThousandLeadsAreTenThousand() {
        IntStream.range(0, 20_000).forEach(i -> count(Catalogue.LEADS, "lead-" + i % 10_000, null));

        assertThat(tally.summary().count("leads")).isEqualTo(10_000);
    }

    @Test
    void aQueuedLeadIsNoAssignment() {
        count(Catalogue.ROUTING_ASSIGNMENTS, "ada", assignedTo("dana"));
        count(Catalogue.ROUTING_ASSIGNMENTS, "bob", assignedTo(null));

        assertThat(tally.summary().count("assignments")).isOne();
        assertThat(tally.summary().count("queued")).isOne();
    }

    @Test
    void aWarningIsNoBreach() {
        for (StepKind kind : List.of(StepKind.WARNED, StepKind.BREACHED, StepKind.WITHDRAWN, StepKind.WARNED)) {
            count(Catalogue.SLA_BREACHES, "ada", step(kind));
        }

        assertThat(tally.summary().count("warned")).isEqualTo(2);
        assertThat(tally.summary().count("breaches")).isOne();
        assertThat(tally.summary().count("withdrawn")).isOne();
    }

    @Test
    void everyCountIsInTheJsonAlsoWhenItIsZero() {
        assertThat(tally.summary().toJson().fieldNames())
                .toIterable()
                .contains("leads", "activities", "promotions", "assignments", "breaches", "deadLetters");
        assertThat(tally.summary().toJson())
                .allSatisfy(count -> assertThat(count.asLong()).isZero());
    }

    private void count(Topic topic, String key, SpecificRecordBase event) {
        tally.count(new TopicFeed.Item(topic, 0, 0, MONDAY_9AM, key, event, null));
    }

    private static LeadAssigned assignedTo(String owner) {
        return LeadAssigned.newBuilder()
                .setLeadId("ada")
                .setAccountId("acme.com")
                .setPass(1)
                .setRound(1)
                .setReason(RoutingReason.PROMOTION)
                .setTeamId("inside-sales")
                .setOwnerId(owner)
                .setManagerId(null)
                .setZone("UTC")
                .setMethod("rotation")
                .setPreviousOwnerId(null)
                .setTier(null)
                .setBranches(List.of())
                .setCandidates(List.of())
                .setBecause("it was next")
                .build();
    }

    private static SlaStepReached step(StepKind kind) {
        return SlaStepReached.newBuilder()
                .setSubjectId("ada")
                .setPass(1)
                .setRound(1)
                .setClock("first-contact")
                .setKind(kind)
                .setStep(1)
                .setStepName("remind")
                .setStartedAt(MONDAY_9AM)
                .setDueAt(MONDAY_9AM)
                .setStepDueAt(MONDAY_9AM)
                .setRecipientRole("owner")
                .setRecipientId(null)
                .setOwnerId(null)
                .setAction("NOTIFY")
                .setAwaited(List.of())
                .setEvidence(null)
                .setBecause("nobody called")
                .build();
    }
}
