package io.revstream.app;

import io.revstream.events.CaptureKind;
import io.revstream.events.DeadLetter;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadEvent;
import io.revstream.events.MqlPromoted;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.stream.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.revstream.app.Events.lead;
import static io.revstream.app.Events.prospect;
import static org.assertj.core.api.Assertions.assertThat;

/** A thousand accounts with five contacts each, all promoted at the same moment, on six partitions that two instances share. */
class RaceForAccountsOnBrokerTest {

    private static final int ACCOUNTS = 1_000;
    private static final int CONTACTS = 5;
    private static final int REPS = 20;

    @TempDir
    Path directory;

    private RunningPipeline revstream;

    @BeforeEach
    void startBroker() {
        revstream = new RunningPipeline(directory, 6);
    }

    @AfterEach
    void stopBroker() {
        revstream.close();
    }

    @Test
    @Tag("ACC-05")
    void contactsPromotedAtTheSameMomentGetOneOwnerForEachAccountAndOneAssignmentEach() {
        Instant moment = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < REPS; i++) {
            revstream.publisher.publish(Catalogue.REPS, "inside-sales", rep("rep-" + i, moment), moment);
        }
        for (int contact = 0; contact < CONTACTS; contact++) {
            for (int account = 0; account < ACCOUNTS; account++) {
                String id = "a" + account + "-c" + contact;
                revstream.publisher.publish(Catalogue.LEADS, id, contactOf(account, id, moment), moment);
                revstream.publisher.publish(
                        Catalogue.ACTIVITIES, id, prospect("demo-" + id, "DEMO_REQUEST", null, moment), moment);
            }
        }
        revstream.publisher.flush();
        revstream.start(Clock.systemUTC(), 2);

        List<LeadAssigned> assigned = revstream.await(
                Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class, all -> all.size() >= ACCOUNTS * CONTACTS);
        revstream.stop();
        assertThat(revstream.events(Catalogue.MQL_PROMOTIONS, MqlPromoted.class))
                .extracting(MqlPromoted::getOccurredAt)
                .hasSize(ACCOUNTS * CONTACTS)
                .containsOnly(moment);

        assertThat(assigned).extracting(LeadAssigned::getLeadId).doesNotHaveDuplicates();
        assertThat(assigned).hasSize(ACCOUNTS * CONTACTS).noneMatch(one -> one.getOwnerId() == null);
        Map<String, Set<String>> owners = assigned.stream()
                .collect(Collectors.groupingBy(
                        LeadAssigned::getAccountId,
                        Collectors.mapping(LeadAssigned::getOwnerId, Collectors.toCollection(TreeSet::new))));
        assertThat(owners)
                .hasSize(ACCOUNTS)
                .allSatisfy((account, ids) -> assertThat(ids).hasSize(1));
        Map<String, Long> accountsOfRep = owners.values().stream()
                .map(ids -> ids.iterator().next())
                .collect(Collectors.groupingBy(rep -> rep, Collectors.counting()));
        assertThat(accountsOfRep)
                .hasSize(REPS)
                .allSatisfy((rep, count) -> assertThat(count).isEqualTo(ACCOUNTS / REPS));
        assertThat(revstream.events(Catalogue.DEAD_LETTERS, DeadLetter.class)).isEmpty();
        assertThat(revstream.replay())
                .allSatisfy(report -> assertThat(report.differences()).isEmpty());
    }

    private static LeadEvent contactOf(int account, String id, Instant at) {
        LeadAttributes attributes = LeadAttributes.newBuilder()
                .setName("Contact " + id)
                .setEmail(id + "@account" + account + ".example")
                .setCompany("Account " + account)
                .setTitle("Marketing Manager")
                .setIndustry("software")
                .setEmployees(200)
                .setCountry("US")
                .build();
        return lead("captured-" + id, at)
                .setCaptured(new LeadCaptured(CaptureKind.FORM, attributes))
                .build();
    }

    /** With room for all, so that nobody waits in a queue. */
    private static RepEvent rep(String id, Instant at) {
        return RepEvent.newBuilder()
                .setEventId("joined-" + id)
                .setOccurredAt(at)
                .setSource("test")
                .setRepId(id)
                .setDetails(
                        RepDetails.newBuilder().setCapacity(ACCOUNTS * CONTACTS).build())
                .build();
    }
}
