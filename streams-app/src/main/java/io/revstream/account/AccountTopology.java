package io.revstream.account;

import io.revstream.stream.Catalogue;
import io.revstream.stream.DeciderSupplier;
import io.revstream.stream.Hosted;
import io.revstream.stream.OwnPartition;
import io.revstream.stream.Shell;
import io.revstream.stream.TopicNames;
import java.util.List;
import org.apache.kafka.streams.Topology;

import static io.revstream.stream.Catalogue.ACCOUNTS;
import static io.revstream.stream.Catalogue.ACCOUNT_FACTS;
import static io.revstream.stream.Catalogue.ACCOUNT_SIGNALS;
import static io.revstream.stream.Catalogue.ACTIONS;
import static io.revstream.stream.Catalogue.CONTACT_FACTS;
import static io.revstream.stream.Catalogue.DATA_ISSUES;
import static io.revstream.stream.Catalogue.DEAD_LETTERS;
import static io.revstream.stream.Catalogue.LEAD_FACTS;
import static io.revstream.stream.Catalogue.POLICY;
import static io.revstream.stream.Catalogue.TEAM_REQUESTS;

/**
 * Leads to be routed come in, and what the CRM says of accounts; the account finds the branch of the routing tree and asks a team for a
 * rep. What the team chose comes back, so that the account's next contact goes to the same owner. Accounts also tell each other which
 * domains are theirs.
 */
public final class AccountTopology {

    public static final Hosted<AccountState> ACCOUNT = new Hosted<>(
            "account", List.of(ACCOUNTS, LEAD_FACTS, ACCOUNT_FACTS), new AccountDecider(), new AccountCodec());

    private AccountTopology() {}

    public static Topology build(Shell shell) {
        TopicNames names = shell.names();
        return new Topology()
                .addSource("read-policy", names.of(POLICY))
                .addSource("read-account-clock", names.of(Catalogue.clock("account")))
                .addSource("read-accounts", names.of(ACCOUNTS))
                .addSource("read-lead-facts", names.of(LEAD_FACTS))
                .addSource("read-account-facts", names.of(ACCOUNT_FACTS))
                .addProcessor(
                        "decide-account",
                        new DeciderSupplier<>(ACCOUNT, shell),
                        "read-policy",
                        "read-account-clock",
                        "read-accounts",
                        "read-lead-facts",
                        "read-account-facts")
                .addSink("write-account-facts", names.of(ACCOUNT_FACTS), "decide-account")
                .addSink("write-contact-facts", names.of(CONTACT_FACTS), "decide-account")
                .addSink("write-account-signals", names.of(ACCOUNT_SIGNALS), "decide-account")
                .addSink("write-actions", names.of(ACTIONS), "decide-account")
                .addSink("write-data-issues", names.of(DATA_ISSUES), "decide-account")
                .addSink("write-team-requests", names.of(TEAM_REQUESTS), "decide-account")
                .addSink("write-dead-letters", names.of(DEAD_LETTERS), "decide-account")
                .addSink(
                        "write-account-clock",
                        names.of(Catalogue.clock("account")),
                        new OwnPartition(),
                        "decide-account")
                .addSink(
                        "write-account-journal",
                        names.of(Catalogue.journal("account")),
                        new OwnPartition(),
                        "decide-account");
    }
}
