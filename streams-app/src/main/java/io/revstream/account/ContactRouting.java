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
        AccountStanding standing = new AccountStanding(owner.isNamed(), owner.isKnown(), account.choice() != null);
        RequestFacts facts = completed(contact, owner);
        RoutingTree.Choice choice = RoutingTree.choose(policy.routing(), facts, standing);
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
        return account;
    }

    private AccountState choose(Contact contact, RoutingTree.Choice choice, String team) {
        if (account.isChoosingForOtherThan(contact)) {
            return account.withWaiting(contact);
        }
        ask(contact, choice, team, null, null);
        return account.choosing(contact);
    }

    private void ask(Contact contact, RoutingTree.Choice choice, String team, String rep, String because) {
        RepAsked asked = new RepAsked(
                account.id(),
                contact.round(),
                RoutingReason.valueOf(contact.reason()),
                rep,
                because,
                contact.excluded(),
                contact.previousOwner(),
                Owner.of(account, policy).tier(),
                choice.tried(),
                List.of(),
                List.of(),
                null);
        outputs.add(new Output(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId(contact.leadId())
                        .setPass(contact.pass())
                        .setRepAsked(asked)
                        .build()));
    }
}
