package io.revstream.app.cli;

import io.revstream.account.AccountExplanation;
import io.revstream.account.AccountState;
import io.revstream.app.Events;
import io.revstream.app.RecordJson;
import io.revstream.app.Topologies;
import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code explain account} prints. */
class AccountTextTest {

    /** A Monday, 9 o'clock in New York. */
    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");

    private static final Policy POLICY = Presets.policy("mid-market");

    private final VirtualPipeline pipeline = new VirtualPipeline(
            Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(), one -> {});

    @BeforeEach
    void aPolicyAndARep() {
        pipeline.adopt(POLICY, MONDAY_9AM.minus(Duration.ofDays(1)));
        pipeline.publish(Catalogue.REPS, "west", Events.rep("walt", "Walt", MONDAY_9AM), MONDAY_9AM);
    }

    @Test
    void whoOwnsItAndWhyAndWhatItsContactsAdd() {
        AccountDetails details = AccountDetails.newBuilder()
                .setNamed(true)
                .setTier(2)
                .setOwnerId("walt")
                .setOwnerTeamId("west")
                .setDomains(List.of("ada-inc.com", "bob-inc.com"))
                .build();
        AccountEvent named = AccountEvent.newBuilder()
                .setEventId("named")
                .setOccurredAt(MONDAY_9AM)
                .setSource("crm")
                .setDetails(details)
                .build();
        pipeline.publish(Catalogue.ACCOUNTS, "acme", named, MONDAY_9AM);
        visits("ada", "DEMO_REQUEST", 5);
        visits("bob", "CONTENT_DOWNLOADED", 10);

        AccountExplanation account = explain("acme", 30);

        assertThat(account.owner()).isEqualTo(new AccountExplanation.Ownership("walt", "west", "the CRM names him"));
        assertThat(account.contacts())
                .extracting(contact -> contact.contribution().getLeadId())
                .containsExactly("ada", "bob");
        assertThat(text(account)).isEqualToNormalizingNewlines("""
                Account acme at 2026-03-02T14:30:00Z, by policy mid-market-1
                  domains   ada-inc.com, bob-inc.com
                  is        tier 2, named: its leads go to its owner
                  owner     walt of west: the CRM names him
                  engaged   1 contacts, 25.00 points in all
                  committee 1 of 3
                  contacts  2
                       25.00  ada                      engaged    by domain    titleLevel manager, in the committee, via ada-inc.com
                        0.00  bob                                 by domain    titleLevel manager, via bob-inc.com
                """);
        assertThat(text(explain("ada-inc.com", 30)))
                .contains("  domain of acme: all contacts are passed on to it" + System.lineSeparator());
    }

    @Test
    void anAccountThatIsKnownByItsContactsOnlySaysSo() {
        visits("cem", "CONTENT_DOWNLOADED", 5);

        assertThat(text(explain("cem-inc.com", 30))).isEqualToNormalizingNewlines("""
                Account cem-inc.com at 2026-03-02T14:30:00Z, by policy mid-market-1
                  is        known by its contacts only
                  owner     nobody is named, and nobody was chosen yet
                  engaged   0 contacts, 0.00 points in all
                  committee 0 of 3
                  contacts  1
                        0.00  cem                                 by domain    titleLevel manager
                """);
    }

    private AccountExplanation explain(String account, long minute) {
        pipeline.advanceTo(minute(minute));
        return AccountExplanation.of((AccountState) pipeline.state("account", account), POLICY, minute(minute));
    }

    private static String text(AccountExplanation account) {
        return AccountText.of(RecordJson.of(account));
    }

    private void visits(String lead, String kind, long minute) {
        Instant at = minute(minute);
        pipeline.publish(Catalogue.LEADS, lead, Events.perfectFit(lead, at), at);
        pipeline.publish(Catalogue.ACTIVITIES, lead, Events.prospect("did-" + lead, kind, "whitepaper", at), at);
    }

    private static Instant minute(long minute) {
        return MONDAY_9AM.plus(Duration.ofMinutes(minute));
    }
}
