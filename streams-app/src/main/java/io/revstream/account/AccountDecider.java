package io.revstream.account;

import io.revstream.events.AccountEvent;
import io.revstream.events.AccountFact;
import io.revstream.events.DomainClaimed;
import io.revstream.events.LeadFact;
import io.revstream.policy.Policy;
import io.revstream.profile.Attributes;
import io.revstream.profile.StatedAttributes;
import io.revstream.state.Occurrence;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for an account: which branch of the routing tree its leads take. Contacts of one account meet here, so that they cannot be
 * given to two owners (ACC-05): while an owner is being chosen, further contacts wait and then follow that choice. And what the account
 * is, it tells its contacts.
 */
public final class AccountDecider implements Decider<AccountState> {

    @Override
    public AccountState initial(String key) {
        return AccountState.unknown(key);
    }

    @Override
    public Decision<AccountState> decide(AccountState state, Input input, Instant now, Policy policy) {
        Object event = input.event();
        List<Output> outputs = new ArrayList<>();
        ContactBook book = new ContactBook(input, now, policy, outputs);
        if (event instanceof AccountEvent told) {
            if ((told.getDetails() == null) == (told.getObserved() == null)) {
                String found = told.getDetails() == null ? "neither" : "both";
                return Decision.refused(state, "Expected either details or observed, but found " + found);
            }
            if (told.getObserved() != null) {
                return Decision.of(Copies.observed(state, told, outputs), outputs);
            }
            return Decision.of(told(state, told, book), outputs);
        }
        if (event instanceof LeadFact fact) {
            return Decision.of(heard(state, fact, book), outputs);
        }
        if (event instanceof AccountFact fact) {
            return Decision.of(learned(state, fact, book), outputs);
        }
        throw new IllegalArgumentException("Expected an input of an account, but found " + event.getClass());
    }

    /** An account waits for answers, not for instants. */
    @Override
    public Instant wakeAt(AccountState state) {
        return null;
    }

    private static AccountState told(AccountState state, AccountEvent told, ContactBook book) {
        List<Output> outputs = book.outputs();
        Occurrence event = new Occurrence(told.getOccurredAt(), told.getEventId());
        Attributes after = state.attributes().with(StatedAttributes.of(told.getDetails()), event);
        List<String> before = state.attributes().values("domains");
        List<String> domains = after.values("domains");
        domains.stream()
                .filter(domain -> !before.contains(domain))
                .forEach(domain -> claim(state, domain, false, outputs));
        AccountState known = state.with(after);
        for (String domain : before) {
            if (!domains.contains(domain)) {
                claim(state, domain, true, outputs);
                known = book.returnTo(domain, known);
            }
        }
        known = book.tell(known);
        return new Owner(known).isKnown(book.policy()) ? new OwnerChoices(book.policy(), outputs).routeWaiting(known) : known;
    }

    private static void claim(AccountState state, String domain, boolean released, List<Output> outputs) {
        if (!domain.equals(state.id())) {
            say(outputs, domain, fact(domain).setDomainClaimed(new DomainClaimed(state.id(), released)));
        }
    }

    /** A lead is to be routed, or tells of itself as a contact. */
    private static AccountState heard(AccountState state, LeadFact fact, ContactBook book) {
        if (fact.getRouting() != null && fact.getHistorical()) {
            return state;
        }
        if (state.claimedBy() != null) {
            passOn(state.claimedBy(), fact, book.outputs());
            return state;
        }
        return fact.getRouting() == null
                ? book.heard(state, fact)
                : new ContactRouting(state, book.policy(), book.outputs()).route(Contact.of(fact));
    }

    private static AccountState learned(AccountState state, AccountFact fact, ContactBook book) {
        if (fact.getDomainClaimed() != null) {
            return claimed(state, fact.getDomainClaimed(), book);
        }
        if (fact.getPassedOn() != null) {
            return heard(state, fact.getPassedOn(), book);
        }
        if (fact.getOwnerChosen() != null) {
            return new OwnerChoices(book.policy(), book.outputs()).heard(state, fact.getOwnerChosen());
        }
        throw new IllegalArgumentException("Expected a payload, but the fact has none");
    }

    /**
     * The first to claim a domain has it until it lets go. Contacts of the domain belong there, and so do those who wait here. Of two
     * accounts that claim each other, each stands for itself, or their contacts would be passed on for ever.
     */
    private static AccountState claimed(AccountState state, DomainClaimed claim, ContactBook book) {
        String by = claim.getByAccountId();
        if (claim.getReleased()) {
            return by.equals(state.claimedBy()) ? state.claimedBy(null) : state;
        }
        if (state.claimedBy() != null || state.attributes().values("domains").contains(by)) {
            return state;
        }
        state.waiting().forEach(contact -> passOn(by, contact.toFact(state.id()), book.outputs()));
        return book.moveAll(state, by).claimedBy(by).waiting(state.waiting().nobody());
    }

    private static void passOn(String account, LeadFact fact, List<Output> outputs) {
        say(outputs, account, fact(account).setPassedOn(fact));
    }

    private static AccountFact.Builder fact(String account) {
        return AccountFact.newBuilder().setAccountId(account);
    }

    private static void say(List<Output> outputs, String account, AccountFact.Builder fact) {
        outputs.add(new Output(Catalogue.ACCOUNT_FACTS, account, fact.build()));
    }
}
