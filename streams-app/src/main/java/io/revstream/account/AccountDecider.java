package io.revstream.account;

import io.revstream.events.AccountEvent;
import io.revstream.events.AccountFact;
import io.revstream.events.DomainClaimed;
import io.revstream.events.LeadFact;
import io.revstream.policy.Policy;
import io.revstream.policy.TargetAccounts.Target;
import io.revstream.profile.Attributes;
import io.revstream.profile.CompanyName;
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
        AccountSignals signals = new AccountSignals(input, policy, outputs);
        if (event instanceof AccountEvent told) {
            if ((told.getDetails() == null) == (told.getObserved() == null)) {
                String found = told.getDetails() == null ? "neither" : "both";
                return Decision.refused(state, "Expected either details or observed, but found " + found);
            }
            if (CompanyName.isIndex(state.id())) {
                return Decision.refused(
                        state, "Expected the id of an account, but " + state.id() + " is the key of an index of names");
            }
            if (told.getObserved() != null) {
                return Decision.of(Copies.observed(state, told, outputs), outputs);
            }
            return Decision.of(signals.follow(state, told(state, told, book)), outputs);
        }
        if (event instanceof LeadFact fact) {
            return Decision.of(
                    CompanyName.isIndex(state.id())
                            ? new Names(policy, outputs).asked(state, fact)
                            : signals.follow(state, heard(state, fact, List.of(), book)),
                    outputs);
        }
        if (event instanceof AccountFact fact) {
            return Decision.of(
                    fact.getNameStated() == null
                            ? signals.follow(state, learned(state, fact, book))
                            : new Names(policy, outputs).stated(state, fact.getNameStated()),
                    outputs);
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
        known = new Names(book.policy(), outputs).state(book.tell(known));
        return Owner.of(known, book.policy()).isKnown()
                ? new OwnerChoices(book.policy(), outputs).routeWaiting(known)
                : known;
    }

    private static void claim(AccountState state, String domain, boolean released, List<Output> outputs) {
        if (!domain.equals(state.id())) {
            say(outputs, domain, fact(domain).setDomainClaimed(new DomainClaimed(state.id(), released)));
        }
    }

    /**
     * A lead is to be routed, or tells of itself as a contact.
     *
     * @param path accounts that have passed it on so far
     */
    private static AccountState heard(AccountState state, LeadFact fact, List<String> path, ContactBook book) {
        if (fact.getRouting() != null && fact.getHistorical()) {
            return state;
        }
        AccountState here = endsCircle(state, path) ? state.claimedBy(null) : state;
        if (here.claimedBy() != null) {
            List<String> further = new ArrayList<>(path);
            further.add(here.id());
            passOn(here.claimedBy(), fact, further, book.outputs());
            return here;
        }
        return fact.getRouting() == null
                ? book.heard(here, fact)
                : new ContactRouting(here, book.policy(), book.outputs()).route(Contact.of(fact));
    }

    /** Accounts that claim each other in a circle would pass a contact on for ever: of those, the one with the smallest id stands for itself. */
    private static boolean endsCircle(AccountState state, List<String> path) {
        int first = path.indexOf(state.id());
        return first >= 0
                && path.subList(first, path.size()).stream()
                        .allMatch(other -> state.id().compareTo(other) <= 0);
    }

    private static AccountState learned(AccountState state, AccountFact fact, ContactBook book) {
        if (fact.getDomainClaimed() != null) {
            return claimed(state, fact.getDomainClaimed(), book);
        }
        if (fact.getPassedOn() != null) {
            return heard(state, fact.getPassedOn(), fact.getPath(), book);
        }
        if (fact.getOwnerChosen() != null) {
            return new OwnerChoices(book.policy(), book.outputs()).heard(state, fact.getOwnerChosen());
        }
        throw new IllegalArgumentException("Expected a payload, but the fact has none");
    }

    /**
     * The first to claim a domain has it until it lets go. Contacts of the domain belong there, and so do those who wait here. That it
     * is the domain of another target account is told, since the owner of a target account has all its contacts.
     */
    private static AccountState claimed(AccountState state, DomainClaimed claim, ContactBook book) {
        String by = claim.getByAccountId();
        if (claim.getReleased()) {
            return by.equals(state.claimedBy()) ? state.claimedBy(null) : state;
        }
        AccountSignals signals = new AccountSignals(book.input(), book.policy(), book.outputs());
        if (state.claimedBy() != null) {
            return by.equals(state.claimedBy()) ? state : signals.contested(state, state.claimedBy(), by);
        }
        state.waiting().forEach(contact -> passOn(by, contact.toFact(state.id()), List.of(state.id()), book.outputs()));
        AccountState passed =
                book.moveAll(state, by).claimedBy(by).waiting(state.waiting().nobody());
        Target target = book.policy().accounts().targets().ofDomain(state.id());
        return target == null || target.account().equals(by)
                ? passed
                : signals.contested(passed, target.account() + " by the target account list", by);
    }

    private static void passOn(String account, LeadFact fact, List<String> path, List<Output> outputs) {
        say(outputs, account, fact(account).setPassedOn(fact).setPath(path));
    }

    private static AccountFact.Builder fact(String account) {
        return AccountFact.newBuilder().setAccountId(account);
    }

    private static void say(List<Output> outputs, String account, AccountFact.Builder fact) {
        outputs.add(new Output(Catalogue.ACCOUNT_FACTS, account, fact.build()));
    }
}
