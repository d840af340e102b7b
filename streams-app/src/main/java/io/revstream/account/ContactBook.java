package io.revstream.account;

import io.revstream.events.AccountFact;
import io.revstream.events.ContactFact;
import io.revstream.events.DataIssueFound;
import io.revstream.events.LeadFact;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import io.revstream.stream.Output.Dating;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the contacts of an account, and tells each of them what the account is: when it becomes a contact, and when that changes. A
 * contact of which only history is known is told when it says something, in its own time; nobody wakes it with news of today.
 */
record ContactBook(Input input, Instant now, Policy policy, List<Output> outputs) {

    /** A lead says that it is a contact, or what it does, or that it left; of an anonymous visitor only the latter two are told. */
    AccountState heard(AccountState account, LeadFact fact) {
        String via = fact.getAccountId().equals(account.id()) ? null : fact.getAccountId();
        String lead = fact.getLeadId();
        Tie before = account.contacts().tie(lead);
        if (fact.getLeft()) {
            // A lead that came back by another way has said so already.
            boolean left = before != null && Objects.equals(before.via(), via);
            return left ? tell(account.contacts(account.contacts().without(lead))) : account;
        }
        Tie tie = (before == null ? Tie.of(via, fact) : before).with(via, fact);
        if (before == null && account.contacts().size() >= policy.accounts().mostContacts()) {
            if (!tie.anonymous()) {
                answer(account.told(), account.id(), lead, tie, fact);
            }
            return overflow(account);
        }
        AccountState known = account.contacts(account.contacts().with(lead, tie));
        if (isNew(before, tie, fact)) {
            signals().newContact(known, lead, tie);
        }
        AccountState after = tell(known);
        boolean toldWithAll = tie.live() && !after.told().equals(account.told());
        boolean greets = fact.getEngaged() == null || before == null;
        if (greets && !toldWithAll && !tie.anonymous()) {
            answer(after.told(), account.id(), lead, tie, fact);
        }
        return after;
    }

    /** Contacts that a claim brings along were known before, and so was who is known from history. */
    private static boolean isNew(Tie before, Tie tie, LeadFact fact) {
        boolean unknown = before == null || before.anonymous();
        boolean saysSo = !fact.getEventId().isEmpty() && !fact.getHistorical();
        return unknown && saysSo && !tie.anonymous();
    }

    private AccountSignals signals() {
        return new AccountSignals(input, policy, outputs);
    }

    /** Tells all contacts what has changed of the account, if something has. */
    AccountState tell(AccountState account) {
        Told told = Told.of(account, policy);
        if (told.equals(account.told())) {
            return account;
        }
        account.contacts().byLead().forEach((lead, tie) -> {
            if (tie.live() && !tie.anonymous()) {
                say(told, account.id(), lead, tie, new Dating(now, false));
            }
        });
        return account.told(told);
    }

    /** Another account claims this one: its contacts belong there. */
    AccountState moveAll(AccountState account, String to) {
        account.contacts().byLead().forEach((lead, tie) -> pass(account.id(), to, lead, tie));
        return account.contacts(Contacts.NONE).told(Told.NOTHING);
    }

    /** A domain that this account had claimed stands for itself again, and so do the contacts who resolved to it. */
    AccountState returnTo(String domain, AccountState account) {
        account.contacts().byLead().forEach((lead, tie) -> {
            if (domain.equals(tie.via())) {
                pass(account.id(), domain, lead, tie);
            }
        });
        return account.contacts(account.contacts().withoutVia(domain));
    }

    private void pass(String from, String to, String lead, Tie tie) {
        outputs.add(new Output(
                Catalogue.ACCOUNT_FACTS,
                to,
                AccountFact.newBuilder()
                        .setAccountId(to)
                        .setPassedOn(tie.toFact(lead, from))
                        .setPath(List.of(from))
                        .build()));
    }

    /** To a contact of history in its own time; one that was passed on by a claim says nothing by itself, and is not answered. */
    private void answer(Told told, String account, String lead, Tie tie, LeadFact fact) {
        if (tie.live()) {
            say(told, account, lead, tie, new Dating(now, false));
        } else if (!fact.getEventId().isEmpty()) {
            say(told, account, lead, tie, new Dating(fact.getOccurredAt(), true));
        }
    }

    private void say(Told told, String account, String lead, Tie tie, Dating dating) {
        ContactFact fact = told.toFact()
                .setLeadId(lead)
                .setAccountId(account)
                .setResolvedTo(tie.via() == null ? account : tie.via())
                .build();
        outputs.add(new Output(Catalogue.CONTACT_FACTS, lead, fact, dating));
    }

    private AccountState overflow(AccountState account) {
        if (account.contacts().overflowed()) {
            return account;
        }
        int most = policy.accounts().mostContacts();
        outputs.add(new Output(
                Catalogue.DATA_ISSUES,
                account.id(),
                DataIssueFound.newBuilder()
                        .setSubjectId(account.id())
                        .setIssue("too-many-contacts")
                        .setBecause("Expected at most " + most
                                + " contacts of one account (accounts.mostContacts), but there are more:"
                                + " those beyond are told what the account is, but of no later change")
                        .build()));
        return account.contacts(account.contacts().overflowing());
    }
}
