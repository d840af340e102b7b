package io.revstream.account;

import io.revstream.account.AccountState.Choice;
import io.revstream.events.OwnerChosen;
import io.revstream.policy.Policy;
import io.revstream.stream.Output;
import java.util.List;

/**
 * What teams answer: an owner, or that the contact waits in a queue, or left it. Contacts who follow a choice that waits stand in that queue
 * too, so that each has the clock of the queue and the team can serve them together with the first (ACC-05, SLA-23).
 */
record OwnerChoices(Policy policy, List<Output> outputs) {

    AccountState heard(AccountState state, OwnerChosen chosen) {
        if (chosen.getOwnerId() != null) {
            return gotOwner(state, chosen);
        }
        if (chosen.getReturned()) {
            return returned(state, chosen);
        }
        return chosen.getLeft() ? left(state, chosen) : queued(state, chosen);
    }

    /** Everybody who waits is routed; as long as one of them brings a choice that is still open, those after him wait on. */
    AccountState routeWaiting(AccountState state) {
        AccountState after = state;
        for (Contact contact : state.waiting()) {
            after = routing(after).route(contact);
        }
        return after;
    }

    private AccountState gotOwner(AccountState state, OwnerChosen chosen) {
        String team = chosen.getTeamId();
        AccountState decided = state.choice(new Choice(team, chosen.getOwnerId()))
                .waiting(state.waiting().without(chosen.getLeadId()));
        if (state.choosing() != null && !isChoosing(state, chosen)) {
            return decided;
        }
        AccountState after = decided.choosing(null).waiting(decided.waiting().queue(null));
        for (Contact contact : decided.waiting()) {
            if (!decided.waiting().standsIn(team, contact)) {
                after = routing(after).route(contact);
            }
        }
        return after;
    }

    /** The contact for whom an owner is being chosen waits: those who follow stand behind it. */
    private AccountState queued(AccountState state, OwnerChosen chosen) {
        if (!isChoosing(state, chosen)) {
            return state;
        }
        AccountState after = state.waiting(state.waiting().queue(chosen.getTeamId()));
        for (Contact contact : state.waiting()) {
            if (!state.waiting().standsIn(chosen.getTeamId(), contact)) {
                after = routing(after).standBehind(contact);
            }
        }
        return after;
    }

    /** The first contact left the queue without an owner, so another one is to be first; or one who stood behind it left. */
    private AccountState left(AccountState state, OwnerChosen chosen) {
        String team = chosen.getTeamId();
        if (isChoosing(state, chosen) && team.equals(state.waiting().queue())) {
            return routeWaiting(state.choosing(null).waiting(state.waiting().queue(null)));
        }
        boolean stoodBehind =
                state.waiting().behind(chosen.getLeadId(), chosen.getPass(), chosen.getRound(), team) != null;
        return stoodBehind ? state.waiting(state.waiting().without(chosen.getLeadId())) : state;
    }

    /**
     * The team had served the first contact, or lost it, before this one came to stand behind it. What became of the first is heard from
     * the team that it was sent on to; asking where it is no longer would only be returned again.
     */
    private AccountState returned(AccountState state, OwnerChosen chosen) {
        Contact contact =
                state.waiting().behind(chosen.getLeadId(), chosen.getPass(), chosen.getRound(), chosen.getTeamId());
        if (contact == null) {
            return state;
        }
        AccountState after = state.waiting(state.waiting().without(contact.leadId()));
        return state.isChoosingForOtherThan(contact)
                ? after.waiting(after.waiting().with(contact))
                : routing(after).route(contact);
    }

    private static boolean isChoosing(AccountState state, OwnerChosen chosen) {
        Contact choosing = state.choosing();
        return choosing != null
                && choosing.leadId().equals(chosen.getLeadId())
                && choosing.pass() == chosen.getPass()
                && choosing.round() == chosen.getRound();
    }

    private ContactRouting routing(AccountState state) {
        return new ContactRouting(state, policy, outputs);
    }
}
