package io.revstream.account;

import io.revstream.events.BranchTried;
import io.revstream.events.RepAsked;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.DerivedFacts;
import io.revstream.policy.Policy;
import io.revstream.routing.AccountStanding;
import io.revstream.routing.RepWish;
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
        if (contact.preferred() != null && !contact.excluded().contains(contact.preferred().rep())) {
            return follow(contact, pastTheTree(contact.preferred()), contact.preferred());
        }
        Owner owner = Owner.of(account, policy);
        AccountStanding standing = new AccountStanding(owner.isNamed(), owner.isKnown(), account.choice() != null);
        DerivedFacts facts = DerivedFacts.of(new ContactFacts(account, policy).of(contact), policy);
        RoutingTree.Choice choice = RoutingTree.choose(policy.routing().tree(contact.reason()), facts, standing);
        return switch (choice.target().kind()) {
            case ACCOUNT_OWNER -> follow(contact, choice, RepWish.of(owner.teamId(), owner.repId(), "account-owner"));
            case ACCOUNT_CHOICE ->
                follow(
                        contact,
                        choice,
                        RepWish.of(account.choice().teamId(), account.choice().repId(), "account-choice"));
            case TEAM -> choose(contact, choice, RepWish.of(choice, facts));
            case TERRITORY ->
                throw new IllegalStateException("Expected the target of a territory, but found " + choice);
        };
    }

    /** The rep who has the lead, or stands in for him, is found without the tree. */
    private static RoutingTree.Choice pastTheTree(RepWish wish) {
        BranchTried tried = new BranchTried(wish.because(), true, "it is " + wish.rep() + "'s");
        return new RoutingTree.Choice(wish.because(), null, false, List.of(tried));
    }

    /** A rep whom the contact must not get is not asked for, but his team is: it knows the others. */
    private AccountState follow(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        if (contact.excluded().contains(wish.rep())) {
            return choose(contact, choice, RepWish.of(wish.team(), null, null));
        }
        ask(contact, choice, wish);
        return account;
    }

    private AccountState choose(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        if (account.isChoosingForOtherThan(contact)) {
            return account.withWaiting(contact);
        }
        ask(contact, choice, wish);
        return account.choosing(contact);
    }

    private void ask(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        RepAsked asked = new RepAsked(
                account.id(),
                contact.round(),
                RoutingReason.valueOf(contact.reason()),
                wish.rep(),
                wish.because(),
                contact.excluded(),
                contact.previousOwner(),
                Owner.of(account, policy).tier(),
                choice.tried(),
                List.copyOf(wish.skills()),
                List.copyOf(wish.prefers()),
                null);
        outputs.add(new Output(
                Catalogue.TEAM_REQUESTS,
                wish.team(),
                TeamRequest.newBuilder()
                        .setTeamId(wish.team())
                        .setLeadId(contact.leadId())
                        .setPass(contact.pass())
                        .setRepAsked(asked)
                        .build()));
    }
}
