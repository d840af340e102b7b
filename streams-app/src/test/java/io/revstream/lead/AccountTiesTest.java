package io.revstream.lead;

import io.revstream.app.Events;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEnriched;
import io.revstream.events.LeadEvent;
import io.revstream.events.LeadFact;
import io.revstream.events.MqlPromoted;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A lead whose account answers when the test says so. */
class AccountTiesTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-01-05T14:00:00Z");
    private static final String ACME = "ada-inc.com";

    private final List<LeadFact> said = new ArrayList<>();
    private final List<MqlPromoted> promoted = new ArrayList<>();
    private final VirtualPipeline pipeline = new VirtualPipeline(List.of(LeadTopology.LEAD), published -> {
        if (published.event() instanceof LeadFact fact && fact.getRouting() == null) {
            said.add(fact);
        } else if (published.event() instanceof MqlPromoted promotion) {
            promoted.add(promotion);
        }
    });
    private int ids;

    @BeforeEach
    void aPolicy() {
        String patient = Presets.text("mid-market").replace("\naccounts:\n", "\naccounts:\n  answerWithin: 1min\n");
        pipeline.adopt(PolicyReader.read("patient", patient).orThrow(), Instant.EPOCH);
    }

    @Test
    void theAccountIsToldOfItsContactOnce() {
        captured(MONDAY_9AM, false);
        activity("PAGE_VIEW", MONDAY_9AM.plusSeconds(5));

        assertThat(said).singleElement().satisfies(fact -> {
            assertThat(fact.getAccountId()).isEqualTo(ACME);
            assertThat(fact.getEngaged()).isNull();
            assertThat(fact.getLeft()).isFalse();
        });
    }

    @Test
    void anAddressThatAnybodyCanHaveTellsNobody() {
        enriched("ada@gmail.com", MONDAY_9AM);

        assertThat(said).isEmpty();
    }

    @Test
    void aChangeOfEmployerIsToldToBothAccounts() {
        captured(MONDAY_9AM, false);
        activity("TRIAL_SIGN_UP", MONDAY_9AM.plusSeconds(1));
        said.clear();

        enriched("ada@other.example", MONDAY_9AM.plusSeconds(2));

        assertThat(said)
                .extracting(LeadFact::getAccountId, LeadFact::getLeft, fact -> fact.getEngaged() != null)
                .containsExactly(
                        tuple(ACME, true, false),
                        tuple("other.example", false, false),
                        tuple("other.example", false, true));
    }

    @Test
    void aPromotionWaitsForTheAccountAndFollowsItsAnswer() {
        captured(MONDAY_9AM, false);
        activity("DEMO_REQUEST", MONDAY_9AM.plusSeconds(1));
        assertThat(promoted).isEmpty();

        answer(ACME, false, false, MONDAY_9AM.plusSeconds(2));

        assertThat(promoted).hasSize(1);
        assertThat(pipeline.state("lead", "ada"))
                .isInstanceOfSatisfying(
                        LeadState.class,
                        state -> assertThat(state.account().heldUntil()).isNull());
    }

    @Test
    void aPromotionThatWaitsIsDroppedWhenTheAccountIsACustomer() {
        captured(MONDAY_9AM, false);
        activity("DEMO_REQUEST", MONDAY_9AM.plusSeconds(1));

        answer(ACME, true, false, MONDAY_9AM.plusSeconds(2));
        pipeline.advanceTo(MONDAY_9AM.plus(Duration.ofDays(1)));

        assertThat(promoted).isEmpty();
    }

    @Test
    void anAccountThatDoesNotAnswerWithinAMinuteDoesNotObject() {
        captured(MONDAY_9AM, false);
        activity("DEMO_REQUEST", MONDAY_9AM.plusSeconds(1));
        activity("PAGE_VIEW", MONDAY_9AM.plusSeconds(30));

        pipeline.advanceTo(MONDAY_9AM.plusSeconds(61).plusMillis(1));

        assertThat(promoted).extracting(MqlPromoted::getOccurredAt).containsExactly(MONDAY_9AM.plusSeconds(61));
    }

    @Test
    void theFormerEmployerIsNotListenedTo() {
        captured(MONDAY_9AM, false);
        enriched("ada@other.example", MONDAY_9AM.plusSeconds(2));

        answer(ACME, true, false, MONDAY_9AM.plusSeconds(3));

        assertThat(view().customer()).isFalse();
        assertThat(view().answered()).isFalse();
    }

    @Test
    void historyDoesNotWaitAndIsToldAgainWhenTheLeadIsLive() {
        captured(MONDAY_9AM, true);
        pipeline.publish(
                Catalogue.ACTIVITIES,
                "ada",
                ActivityEvent.newBuilder(Events.prospect("event-" + ids++, "DEMO_REQUEST", null, MONDAY_9AM))
                        .setBackfill(true)
                        .build(),
                MONDAY_9AM);
        assertThat(promoted).extracting(MqlPromoted::getHistorical).containsExactly(true);
        assertThat(said).hasSize(1).allMatch(LeadFact::getHistorical);
        said.clear();

        Instant today = MONDAY_9AM.plus(Duration.ofDays(2));
        activity("PAGE_VIEW", today);
        answer(ACME, true, true, today.plusSeconds(1));

        assertThat(said)
                .extracting(LeadFact::getHistorical, fact -> fact.getEngaged() != null)
                .containsExactly(tuple(false, false), tuple(false, true));
        // What was said to the history is said again to the live lead, and only that counts.
        assertThat(view().customer()).isFalse();
    }

    private void captured(Instant at, boolean backfill) {
        LeadEvent event = LeadEvent.newBuilder(Events.perfectFit("ada", at))
                .setBackfill(backfill)
                .build();
        pipeline.publish(Catalogue.LEADS, "ada", event, at);
    }

    private void enriched(String email, Instant at) {
        LeadAttributes attributes = LeadAttributes.newBuilder().setEmail(email).build();
        pipeline.publish(
                Catalogue.LEADS,
                "ada",
                Events.lead("event-" + ids++, at)
                        .setEnriched(new LeadEnriched(attributes))
                        .build(),
                at);
    }

    private void activity(String kind, Instant at) {
        pipeline.publish(Catalogue.ACTIVITIES, "ada", Events.prospect("event-" + ids++, kind, null, at), at);
    }

    private void answer(String account, boolean customer, boolean historical, Instant at) {
        pipeline.publish(
                Catalogue.CONTACT_FACTS,
                "ada",
                ContactFact.newBuilder()
                        .setEventId("event-" + ids++)
                        .setOccurredAt(at)
                        .setHistorical(historical)
                        .setLeadId("ada")
                        .setAccountId(account)
                        .setResolvedTo(account)
                        .setCustomer(customer)
                        .setNamed(false)
                        .setTier(null)
                        .setEngagedContacts(0)
                        .build(),
                at);
    }

    private AccountView view() {
        return ((LeadState) pipeline.state("lead", "ada")).account();
    }
}
