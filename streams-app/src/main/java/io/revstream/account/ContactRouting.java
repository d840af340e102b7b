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
        if (contact.preferred() != null
                && !contact.excluded().contains(contact.preferred().rep())) {
            return follow(contact, pastTheTree(contact.preferred()), contact.preferred());
        }
        Owner owner = Owner.of(account, policy);
        DerivedFacts facts = facts(contact);
        RoutingTree.Choice choice = tried(contact, facts);
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

    private DerivedFacts facts(Contact contact) {
        return DerivedFacts.of(new ContactFacts(account, policy).of(contact), policy);
    }

    private RoutingTree.Choice tried(Contact contact, DerivedFacts facts) {
        Owner owner = Owner.of(account, policy);
        AccountStanding standing = new AccountStanding(owner.isNamed(), owner.isKnown(), account.choice() != null);
        return RoutingTree.choose(policy.routing().tree(contact.reason()), facts, standing);
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
        return done(contact);
    }

    private AccountState choose(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        if (account.isChoosingForOtherThan(contact)) {
            AccountState waits = account.waiting(account.waiting().with(contact));
            return waits.waiting().queue() == null
                    ? waits
                    : new ContactRouting(waits, policy, outputs).standBehind(contact);
        }
        ask(contact, choice, wish);
        return done(contact).choosing(contact);
    }

    /** Puts a contact who waits into the queue behind the one who waits there for an owner. */
    AccountState standBehind(Contact contact) {
        String team = account.waiting().queue();
        DerivedFacts facts = facts(contact);
        RoutingTree.Choice choice = tried(contact, facts);
        RepWish wish = RepWish.of(choice, facts);
        say(
                team,
                contact,
                asked(contact, choice, new RepWish(team, null, null, wish.skills(), wish.prefers()))
                        .setBehindLeadId(account.choosing().leadId()));
        return account.waiting(account.waiting().standing(contact.leadId(), team));
    }

    /** The account as it is when a contact waits no longer. */
    private AccountState done(Contact contact) {
        return account.waiting(account.waiting().without(contact.leadId()));
    }

    private void ask(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        say(wish.team(), contact, asked(contact, choice, wish));
    }

    private RepAsked.Builder asked(Contact contact, RoutingTree.Choice choice, RepWish wish) {
        return RepAsked.newBuilder()
                .setAccountId(account.id())
                .setRound(contact.round())
                .setReason(RoutingReason.valueOf(contact.reason()))
                .setPreferredRepId(wish.rep())
                .setPreferredBecause(wish.because())
                .setExcluded(contact.excluded())
                .setPreviousOwnerId(contact.previousOwner())
                .setTier(Owner.of(account, policy).tier())
                .setBranches(choice.tried())
                .setSkills(List.copyOf(wish.skills()))
                .setPrefers(List.copyOf(wish.prefers()))
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
