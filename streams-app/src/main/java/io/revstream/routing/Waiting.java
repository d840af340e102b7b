package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.events.RepAsked;
import io.revstream.events.RoutingReason;
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
 * @param askedAt when the lead was to be routed; null when the request did not say
 * @param behind the contact of the same account behind whom it waits, to follow it to its rep (ACC-05); null when it waits for itself
 */
public record Waiting(
        Ask ask,
        String accountId,
        int round,
        Instant since,
        RoutingReason reason,
        String previousOwnerId,
        Integer tier,
        List<BranchTried> branches,
        Instant askedAt,
        String behind) {

    /**
     * A request that found nobody. A lead waits since it was to be routed: what it took to come here is part of the wait, and who was sent on
     * by another team does not begin anew.
     */
    public static Waiting of(String leadId, int pass, RepAsked asked, Instant now) {
        Ask ask = new Ask(
                leadId,
                pass,
                asked.getPreferredRepId(),
                asked.getPreferredBecause(),
                Set.copyOf(asked.getExcluded()),
                Set.copyOf(asked.getSkills()),
                Set.copyOf(asked.getPrefers()));
        Instant askedAt = asked.getAskedAt();
        return new Waiting(
                ask,
                asked.getAccountId(),
                asked.getRound(),
                askedAt == null || askedAt.isAfter(now) ? now : askedAt,
                asked.getReason(),
                asked.getPreviousOwnerId(),
                asked.getTier(),
                List.copyOf(asked.getBranches()),
                askedAt,
                asked.getBehindLeadId());
    }

    /** The request again, as another team may be asked it. */
    public RepAsked toRequest(List<BranchTried> tried) {
        return RepAsked.newBuilder()
                .setAccountId(accountId)
                .setRound(round)
                .setReason(reason)
                .setPreferredRepId(ask.preferredRepId())
                .setPreferredBecause(ask.preferredBecause())
                .setExcluded(ask.excluded().stream().sorted().toList())
                .setPreviousOwnerId(previousOwnerId)
                .setTier(tier)
                .setBranches(tried)
                .setSkills(ask.skills().stream().sorted().toList())
                .setPrefers(ask.prefers().stream().sorted().toList())
                .setAskedAt(since)
                .build();
    }

    Waiting waitingSince(Instant earlier) {
        return new Waiting(ask, accountId, round, earlier, reason, previousOwnerId, tier, branches, askedAt, behind);
    }

    /** For itself, as the one before it found a rep whom it follows if it can. */
    Waiting following(String repId) {
        return new Waiting(
                ask.following(repId), accountId, round, since, reason, previousOwnerId, tier, branches, askedAt, null);
    }

    public String leadId() {
        return ask.leadId();
    }

    public int pass() {
        return ask.pass();
    }

    /** Whether it is of a later pass or round than another of the same lead. */
    boolean isAfter(Waiting other) {
        return pass() > other.pass() || (pass() == other.pass() && round > other.round());
    }
}
