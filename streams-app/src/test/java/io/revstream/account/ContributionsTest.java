package io.revstream.account;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.AccountSignalled;
import io.revstream.events.ContactEngaged;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadFact;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.scoring.Scorecard;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What contacts add to accounts, however they are moved about. */
class ContributionsTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final Policy POLICY = Presets.policy("mid-market");
    private static final int MOST_BYTES_OF_A_CONTACT = 16;

    private final List<AccountSignalled> signals = new ArrayList<>();
    private final List<ContactFact> told = new ArrayList<>();
    private final VirtualPipeline pipeline = new VirtualPipeline(List.of(AccountTopology.ACCOUNT), published -> {
        if (published.event() instanceof AccountSignalled signal) {
            signals.add(signal);
        } else if (published.event() instanceof ContactFact fact) {
            told.add(fact);
        }
    });
    private Instant now = MONDAY_9AM.plus(Duration.ofHours(1));
    private int ids;

    @BeforeEach
    void aPolicy() {
        pipeline.adopt(POLICY, Instant.EPOCH);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void accountsThatClaimEachOtherInACircleStandForTheOneWithTheSmallestId() {
        claims("c.example", "a.example");
        claims("b.example", "c.example");
        claims("a.example", "b.example");
        claims("a.example", "d.example", "b.example");

        says("d.example", "dan", 30, MONDAY_9AM);
        says("c.example", "cas", 20, MONDAY_9AM);
        says("a.example", "ada", 10, MONDAY_9AM);
        says("b.example", "bob", 5, MONDAY_9AM);

        assertThat(state("a.example").contacts().byLead()).containsOnlyKeys("ada", "bob", "cas", "dan");
        assertThat(state("a.example").claimedBy()).isNull();
        for (String other : List.of("b.example", "c.example", "d.example")) {
            assertThat(state(other).contacts().size()).as(other).isZero();
        }
        assertThat(total("a.example")).isEqualByComparingTo("65");
    }

    @Test
    void anOlderStatementThatComesLateChangesNothing() {
        says("acme", "ada", 30, MONDAY_9AM.plusSeconds(60));
        signals.clear();

        says("acme", "ada", 10, MONDAY_9AM);

        assertThat(signals).isEmpty();
        assertThat(total("acme")).isEqualByComparingTo("30");
    }

    @RepeatedTest(50)
    void theSumIsThatOfTheLatestStatementsWhateverOrderTheyAndTheClaimsCameIn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Runnable> events = new ArrayList<>();
        Map<String, Integer> latest = new TreeMap<>();
        for (String lead : List.of("ada", "bob", "cas")) {
            for (int second = 0; second < 4; second++) {
                int points = random.nextInt(40);
                Instant at = MONDAY_9AM.plusSeconds(second);
                events.add(() -> says("acme.example", lead, points, at));
                latest.put(lead, points);
            }
        }
        events.add(() -> claims("acme", "acme.example"));
        Collections.shuffle(events, random);

        events.forEach(Runnable::run);

        int sum = latest.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(total("acme"))
                .as("seed " + repetition.getCurrentRepetition())
                .isEqualByComparingTo(BigDecimal.valueOf(sum));
        assertThat(total("acme.example")).isEqualByComparingTo("0");
    }

    @Test
    void theSignalNamesTheGreatestContributionsAndHowManyMoreThereAre() {
        for (int i = 0; i < 14; i++) {
            says("acme", "lead-%02d".formatted(i), i, MONDAY_9AM);
        }

        assertThat(signals.get(signals.size() - 1).getEngagement()).satisfies(engagement -> {
            assertThat(engagement.getTotal()).isEqualByComparingTo("91");
            assertThat(engagement.getFurther()).isEqualTo(3);
            assertThat(engagement.getContributions())
                    .extracting(each -> each.getLeadId())
                    .startsWith("lead-13", "lead-12")
                    .endsWith("lead-04")
                    .hasSize(10);
        });
    }

    @Test
    void aContactTakesFewBytesBesideItsId() {
        String[] titles = {"vp", "director", "c-suite", "manager"};
        for (int i = 0; i < 1_000; i++) {
            publish(
                    "acme",
                    LeadFact.newBuilder(fact(
                                            "acme",
                                            "lead-%04d".formatted(i),
                                            i % 60,
                                            MONDAY_9AM.minus(Duration.ofHours(8L * i)))
                                    .build())
                            .setRoles(Map.of("titleLevel", titles[i % 4], "department", "sales"))
                            .build());
        }
        StateWriter out = new StateWriter();

        state("acme").contacts().write(out);

        int each = out.toBytes().length / 1_000 - "lead-0000".length();
        assertThat(each).as("bytes of a contact beside its id").isLessThanOrEqualTo(MOST_BYTES_OF_A_CONTACT);
        assertThat(Contacts.read(new StateReader(out.toBytes())))
                .isEqualTo(state("acme").contacts());
    }

    @Test
    void anExplanationTellsWhoOwnsTheAccountAndWhatItsContactsAdd() {
        publish(
                Catalogue.ACCOUNTS,
                "acme",
                AccountDetails.newBuilder()
                        .setNamed(true)
                        .setTier(2)
                        .setOwnerId("walt")
                        .setOwnerTeamId("west")
                        .setDomains(List.of("acme.example"))
                        .build());
        says("acme.example", "ada", 30, MONDAY_9AM);
        says("acme", "bob", 10, MONDAY_9AM);

        AccountExplanation explained = AccountExplanation.of(state("acme"), POLICY, now);

        assertThat(explained.owner()).isEqualTo(new AccountExplanation.Ownership("walt", "west", "the CRM names him"));
        assertThat(explained.tier()).isEqualTo(2);
        assertThat(explained.named()).isTrue();
        assertThat(explained.target()).isFalse();
        assertThat(explained.claims()).containsExactly("acme.example");
        assertThat(explained.engagement()).isEqualByComparingTo("40");
        assertThat(explained.engagedContacts()).isEqualTo(1);
        assertThat(explained.contacts())
                .extracting(each -> each.contribution().getLeadId(), each -> each.via(), each -> each.inCommittee())
                .containsExactly(tuple("ada", "acme.example", true), tuple("bob", null, false));
        assertThat(explained.committee()).isEqualTo(new AccountExplanation.Buying(1, 3, false));
        assertThat(AccountExplanation.of(state("acme.example"), POLICY, now).claimedBy())
                .isEqualTo("acme");
    }

    private BigDecimal total(String account) {
        return Scorecard.points(state(account).contacts().points());
    }

    private void claims(String account, String... domains) {
        publish(
                Catalogue.ACCOUNTS,
                account,
                AccountDetails.newBuilder().setDomains(List.of(domains)).build());
    }

    private void publish(Topic topic, String account, AccountDetails details) {
        pipeline.publish(
                topic,
                account,
                AccountEvent.newBuilder()
                        .setEventId("event-" + ids++)
                        .setOccurredAt(now)
                        .setSource("crm")
                        .setDetails(details)
                        .build(),
                next());
    }

    private void says(String account, String lead, int points, Instant at) {
        publish(account, fact(account, lead, points, at).build());
    }

    private void publish(String account, LeadFact fact) {
        pipeline.publish(Catalogue.LEAD_FACTS, account, fact, next());
    }

    private LeadFact.Builder fact(String account, String lead, int points, Instant at) {
        boolean engaged = points >= 20;
        return LeadFact.newBuilder()
                .setEventId("event-" + ids++)
                .setOccurredAt(at)
                .setLeadId(lead)
                .setAccountId(account)
                .setPass(1)
                .setMatchedBy("domain")
                .setEngaged(new ContactEngaged(
                        Scorecard.points(Scorecard.hundredths(points)), engaged, false, engaged, false));
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
