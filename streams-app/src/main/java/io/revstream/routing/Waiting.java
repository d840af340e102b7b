package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.events.RepAsked;
import io.revstream.events.RoutingReason;
import io.revstream.policy.RoutingRules;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A lead in a queue, with what its assignment will have to say.
 *
 * @param ask who may get it
 * @param round routing round, from 1
 * @param since since when it waits
 * @param reason why it was to be routed
 * @param previousOwnerId the owner before; null when there was none
 * @param tier ABM tier of the account; null when it has none
 * @param branches branches that were tried
 */
public record Waiting(
        Ask ask,
        String accountId,
        int round,
        Instant since,
        RoutingReason reason,
        String previousOwnerId,
        Integer tier,
        List<BranchTried> branches) {

    /** A request that found nobody. */
    public static Waiting of(String leadId, int pass, RepAsked asked, Instant since) {
        Ask ask = new Ask(
                leadId,
                pass,
                asked.getPreferredRepId(),
                asked.getPreferredBecause(),
                Set.copyOf(asked.getExcluded()),
                Set.copyOf(asked.getSkills()),
                Set.copyOf(asked.getPrefers()));
        return new Waiting(
                ask,
                asked.getAccountId(),
                asked.getRound(),
                since,
                asked.getReason(),
                asked.getPreviousOwnerId(),
                asked.getTier(),
                List.copyOf(asked.getBranches()));
    }

    Waiting waitingSince(Instant earlier) {
        return new Waiting(ask, accountId, round, earlier, reason, previousOwnerId, tier, branches);
    }

    public String leadId() {
        return ask.leadId();
    }

    public int pass() {
        return ask.pass();
    }

    boolean isAfter(Waiting other) {
        return pass() > other.pass() || (pass() == other.pass() && round > other.round());
    }

    /** A full desk keeps nobody from his own accounts. */
    boolean mayBeServed(Roster roster, RoutingRules.Rotation rules, Instant at) {
        return ask.preferredRepId() != null || Rotation.anybodyFree(roster, rules, at);
    }
}
