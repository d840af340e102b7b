package io.revstream.account;

import io.revstream.events.RepAsked;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.AccountRules;
import io.revstream.policy.Policy;
import io.revstream.routing.AccountStanding;
import io.revstream.routing.RequestFacts;
import io.revstream.routing.RoutingTree;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.util.List;

/** Finds the branch for a contact of an account and asks a team for a rep. */
record ContactRouting(AccountState account, Policy policy, List<Output> outputs) {

    /**
     * Routes a contact. One who brings the account a new owner is the only one at a time: others who would do the same wait for that
     * choice, or two reps could get contacts of one account (ACC-05).
     */
    AccountState route(Contact contact) {
        Owner owner = Owner.of(account, policy);
        RoutingTree.Choice choice = tried(contact);
        return switch (choice.target().kind()) {
            case ACCOUNT_OWNER -> follow(contact, choice, owner.teamId(), owner.repId(), "account-owner");
            case ACCOUNT_CHOICE ->
                follow(
                        contact,
                        choice,
                        account.choice().teamId(),
                        account.choice().repId(),
                        "account-choice");
            case TEAM -> choose(contact, choice, choice.target().team());
        };
    }

    private RoutingTree.Choice tried(Contact contact) {
        Owner owner = Owner.of(account, policy);
        AccountStanding standing = new AccountStanding(owner.isNamed(), owner.isKnown(), account.choice() != null);
        return RoutingTree.choose(policy.routing(), completed(contact, owner), standing);
    }

    /** What the lead said, and what the account knows by itself. */
    private RequestFacts completed(Contact contact, Owner owner) {
        Contacts contacts = account.contacts();
        AccountRules rules = policy.accounts();
        RequestFacts facts = new RequestFacts(contact.attributes())
                .with("tier", owner.tier())
                .with("score", contact.total().toPlainString())
                .with("engagedContacts", contacts.engaged())
                .with("users", contacts.users())
                .with("teamUsage", contacts.teamUsage(rules.users()));
        for (String field : rules.asked()) {
            facts = facts.with(AccountRules.FIELD + field, account.attributes().text(field));
        }
        return facts;
    }

    /** A rep whom the contact must not get is not asked for, but his team is: it knows the others. */
    private AccountState follow(Contact contact, RoutingTree.Choice choice, String team, String rep, String because) {
        if (contact.excluded().contains(rep)) {
            return choose(contact, choice, team);
        }
        ask(contact, choice, team, rep, because);
        return done(contact);
    }

    private AccountState choose(Contact contact, RoutingTree.Choice choice, String team) {
        if (account.isChoosingForOtherThan(contact)) {
            AccountState waits = account.waiting(account.waiting().with(contact));
            return waits.waiting().queue() == null
                    ? waits
                    : new ContactRouting(waits, policy, outputs).standBehind(contact);
        }
        ask(contact, choice, team, null, null);
        return done(contact).choosing(contact);
    }

    /** Puts a contact who waits into the queue behind the one who waits there for an owner. */
    AccountState standBehind(Contact contact) {
        String team = account.waiting().queue();
        RoutingTree.Choice choice = tried(contact);
        say(team, contact, asked(contact, choice).setBehindLeadId(account.choosing().leadId()));
        return account.waiting(account.waiting().standing(contact.leadId(), team));
    }

    /** The account as it is when a contact waits no longer. */
    private AccountState done(Contact contact) {
        return account.waiting(account.waiting().without(contact.leadId()));
    }

    private void ask(Contact contact, RoutingTree.Choice choice, String team, String rep, String because) {
        say(team, contact, asked(contact, choice).setPreferredRepId(rep).setPreferredBecause(because));
    }

    private RepAsked.Builder asked(Contact contact, RoutingTree.Choice choice) {
        return RepAsked.newBuilder()
                .setAccountId(account.id())
                .setRound(contact.round())
                .setReason(RoutingReason.valueOf(contact.reason()))
                .setPreferredRepId(null)
                .setPreferredBecause(null)
                .setExcluded(contact.excluded())
                .setPreviousOwnerId(contact.previousOwner())
                .setTier(Owner.of(account, policy).tier())
                .setBranches(choice.tried())
                .setAskedAt(contact.askedAt());
    }

    private void say(String team, Contact contact, RepAsked.Builder asked) {
        outputs.add(new Output(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId(contact.leadId())
                        .setPass(contact.pass())
                        .setRepAsked(asked.build())
                        .build()));
    }
}
