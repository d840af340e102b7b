package io.revstream.account;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.ContactEngaged;
import io.revstream.events.ContactFact;
import io.revstream.events.DataIssueFound;
import io.revstream.events.LeadFact;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactsTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final Instant LAST_JUNE = Instant.parse("2025-06-02T14:00:00Z");
    private static final String MANY = "accounts: {engagedFrom: 20, countedUpTo: 3, mostContacts: 4}";

    private final List<ContactFact> told = new ArrayList<>();
    private final List<DataIssueFound> issues = new ArrayList<>();
    private final VirtualPipeline pipeline = new VirtualPipeline(List.of(AccountTopology.ACCOUNT), published -> {
        if (published.event() instanceof ContactFact fact) {
            told.add(fact);
        } else if (published.event() instanceof DataIssueFound issue) {
            issues.add(issue);
        }
    });
    private Instant now = MONDAY_9AM;
    private int ids;

    @BeforeEach
    void aPolicyThatKeepsFewContacts() {
        String preset = Presets.text("mid-market");
        String few = preset.replaceFirst("(?m)^accounts:\\R(?:  .*\\R)+", MANY + "\n");
        assertThat(few).isNotEqualTo(preset);
        pipeline.adopt(PolicyReader.read("few", few).orThrow(), Instant.EPOCH);
    }

    @Test
    void aNewContactIsToldWhatTheAccountIs() {
        crm("acme", details().setCustomer(true).setNamed(true).setTier(2));

        contact("acme", "ada");

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.getLeadId()).isEqualTo("ada");
            assertThat(fact.getCustomer()).isTrue();
            assertThat(fact.getNamed()).isTrue();
            assertThat(fact.getTier()).isEqualTo(2);
            assertThat(fact.getEngagedContacts()).isZero();
            assertThat(fact.getHistorical()).isFalse();
        });
    }

    @Test
    void allContactsAreToldWhatChangesAndNothingElse() {
        crm("acme", details().setCountry("US"));
        contact("acme", "ada");
        contact("acme", "bob");
        told.clear();

        crm("acme", details().setName("Acme").setEmployees(9000));
        assertThat(told).isEmpty();
        crm("acme", details().setCustomer(true));
        crm("acme", details().setCustomer(true));

        assertThat(told).extracting(ContactFact::getLeadId).containsExactly("ada", "bob");
        assertThat(told).allMatch(ContactFact::getCustomer);
    }

    @Test
    void allContactsAreToldHowManyEngage() {
        contact("acme", "ada");
        contact("acme", "bob");
        engaged("acme", "ada", true);
        told.clear();

        engaged("acme", "bob", true);
        engaged("acme", "bob", true);
        assertThat(told).extracting(ContactFact::getLeadId).containsExactly("ada", "bob");
        assertThat(told).extracting(ContactFact::getEngagedContacts).containsOnly(2);
        told.clear();

        left("acme", "bob");
        assertThat(told).extracting(ContactFact::getLeadId).containsExactly("ada");
        assertThat(told).extracting(ContactFact::getEngagedContacts).containsOnly(1);
    }

    @Test
    void beyondWhatIsCountedOneMoreIsNotToldToAll() {
        for (String lead : List.of("ada", "bob", "cas", "dan")) {
            engaged("acme", lead, true);
        }
        assertThat(told.get(told.size() - 1).getEngagedContacts()).isEqualTo(3);
        told.clear();

        engaged("acme", "dan", false);
        engaged("acme", "dan", true);

        assertThat(told).isEmpty();
    }

    @Test
    void contactsBeyondThoseKeptAreToldOnceAndItIsSaidOnce() {
        crm("acme", details().setCustomer(true));
        for (int i = 0; i < 10_000; i++) {
            contact("acme", "lead-" + i);
        }
        assertThat(told).hasSize(10_000).allMatch(ContactFact::getCustomer);
        assertThat(issues).extracting(DataIssueFound::getIssue).containsExactly("too-many-contacts");
        assertThat(state("acme").contacts().size()).isEqualTo(4);
        told.clear();

        crm("acme", details().setCustomer(false));

        assertThat(told).hasSize(4);
    }

    @Test
    void contactsOfAClaimedDomainAreToldByTheAccountThatClaimsIt() {
        contact("acme.example", "ada");
        engaged("acme.example", "ada", true);
        told.clear();

        crm("acme", details().setCustomer(true).setDomains(List.of("acme.example")));
        contact("acme.example", "bob");

        assertThat(state("acme.example").contacts().size()).isZero();
        assertThat(state("acme").contacts().byLead()).containsOnlyKeys("ada", "bob");
        ContactFact ada = told.stream()
                .filter(fact -> fact.getLeadId().equals("ada"))
                .findFirst()
                .orElseThrow();
        assertThat(ada.getAccountId()).isEqualTo("acme");
        assertThat(ada.getResolvedTo()).isEqualTo("acme.example");
        assertThat(ada.getCustomer()).isTrue();
        assertThat(ada.getEngagedContacts()).isEqualTo(1);
    }

    @Test
    void contactsOfADomainThatIsReleasedComeBack() {
        contact("acme", "zoe");
        crm("acme", details().setCustomer(true).setDomains(List.of("acme.example", "acme.test")));
        contact("acme.example", "ada");
        contact("acme.test", "bob");
        told.clear();

        crm("acme", details().setDomains(List.of("acme.test")));

        assertThat(state("acme").contacts().byLead()).containsOnlyKeys("bob", "zoe");
        assertThat(state("acme.example").contacts().byLead()).containsOnlyKeys("ada");
        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.getLeadId()).isEqualTo("ada");
            assertThat(fact.getCustomer()).isFalse();
        });
    }

    @Test
    void whoIsLinkedToTheAccountItselfStaysWhenItsDomainIsLeft() {
        crm("acme", details().setDomains(List.of("acme.example")));
        contact("acme.example", "ada");

        contact("acme", "ada");
        left("acme.example", "ada");

        assertThat(state("acme").contacts().byLead()).containsOnlyKeys("ada");
        left("acme", "ada");
        assertThat(state("acme").contacts().byLead()).isEmpty();
    }

    @Test
    void ofTwoAccountsThatClaimEachOtherEachStandsForItself() {
        crm("a.example", details().setDomains(List.of("b.example")));
        crm("b.example", details().setDomains(List.of("a.example")).setCustomer(true));

        contact("a.example", "ada");
        contact("b.example", "bob");

        assertThat(state("a.example").contacts().byLead()).containsOnlyKeys("ada", "bob");
        assertThat(told).hasSize(2);
    }

    @Test
    void anImportedContactIsToldInItsOwnTimeAndIsNotWokenByNews() {
        crm("acme", details().setCustomer(true));
        pipeline.publish(
                Catalogue.LEAD_FACTS,
                "acme",
                fact("acme", "ada").setHistorical(true).setOccurredAt(LAST_JUNE).build(),
                next());
        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.getCustomer()).isTrue();
            assertThat(fact.getHistorical()).isTrue();
            assertThat(fact.getOccurredAt()).isEqualTo(LAST_JUNE);
        });
        told.clear();

        crm("acme", details().setCustomer(false));
        assertThat(told).isEmpty();
        contact("acme", "ada");

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.getCustomer()).isFalse();
            assertThat(fact.getHistorical()).isFalse();
        });
    }

    @Test
    void anImportedAccountRecordReachesLiveContactsAsNews() {
        contact("acme", "ada");
        told.clear();
        AccountEvent imported = AccountEvent.newBuilder(record(details().setCustomer(true), LAST_JUNE))
                .setBackfill(true)
                .build();

        pipeline.publish(Catalogue.ACCOUNTS, "acme", imported, next());

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.getCustomer()).isTrue();
            assertThat(fact.getHistorical()).isFalse();
        });
    }

    @Test
    void theStateComesBackEqual() {
        crm("acme", details().setCustomer(true).setTier(1).setDomains(List.of("acme.example")));
        contact("acme", "ada");
        engaged("acme.example", "bob", true);
        StateWriter out = new StateWriter();
        AccountCodec codec = new AccountCodec();

        codec.write(state("acme"), out);

        assertThat(codec.read(new StateReader(out.toBytes()))).isEqualTo(state("acme"));
    }

    private void contact(String account, String lead) {
        pipeline.publish(Catalogue.LEAD_FACTS, account, fact(account, lead).build(), next());
    }

    private void engaged(String account, String lead, boolean engaged) {
        pipeline.publish(
                Catalogue.LEAD_FACTS,
                account,
                fact(account, lead)
                        .setEngaged(new ContactEngaged(new BigDecimal("25.00"), engaged, false, true, false))
                        .build(),
                next());
    }

    private void left(String account, String lead) {
        pipeline.publish(
                Catalogue.LEAD_FACTS, account, fact(account, lead).setLeft(true).build(), next());
    }

    private LeadFact.Builder fact(String account, String lead) {
        return LeadFact.newBuilder()
                .setEventId("event-" + ids++)
                .setOccurredAt(now)
                .setLeadId(lead)
                .setAccountId(account)
                .setPass(1);
    }

    private void crm(String account, AccountDetails.Builder details) {
        pipeline.publish(Catalogue.ACCOUNTS, account, record(details, now), next());
    }

    private AccountEvent record(AccountDetails.Builder details, Instant at) {
        return AccountEvent.newBuilder()
                .setEventId("event-" + ids++)
                .setOccurredAt(at)
                .setSource("crm")
                .setDetails(details.build())
                .build();
    }

    private static AccountDetails.Builder details() {
        return AccountDetails.newBuilder();
    }

    private Instant next() {
        Instant at = now;
        now = now.plus(Duration.ofSeconds(1));
        return at;
    }

    private AccountState state(String account) {
        return (AccountState) pipeline.state("account", account);
    }
}
