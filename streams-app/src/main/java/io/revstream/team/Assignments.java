package io.revstream.team;

import io.revstream.events.AccountFact;
import io.revstream.events.LeadAssigned;
import io.revstream.events.OwnerChosen;
import io.revstream.events.RoutingReason;
import io.revstream.routing.Backup;
import io.revstream.routing.OwnerFacts;
import io.revstream.routing.Rep;
import io.revstream.routing.Roster;
import io.revstream.routing.TeamTerms;
import io.revstream.routing.Turn;
import io.revstream.routing.Waiting;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says who got a lead, or that it waits, to all the world and to the lead's account. */
record Assignments(TeamTerms terms, Instant now, List<Output> outputs) {

    /** @param roster the roster after the turn */
    void say(Waiting lead, Turn turn, RoutingReason reason, Roster roster) {
        Rep rep = turn.repId() == null ? null : roster.reps().get(turn.repId());
        OwnerFacts facts = rep == null ? OwnerFacts.ofQueue(terms) : OwnerFacts.of(rep, terms, now);
        boolean waited = reason == RoutingReason.QUEUE_DRAINED;
        LeadAssigned assigned = LeadAssigned.newBuilder()
                .setLeadId(lead.leadId())
                .setAccountId(lead.accountId())
                .setPass(lead.pass())
                .setRound(lead.round())
                .setReason(reason)
                .setTeamId(terms.id())
                .setOwnerId(turn.repId())
                .setManagerId(facts.managerId())
                .setZone(facts.zone().getId())
                .setMethod(turn.method())
                .setPreviousOwnerId(lead.previousOwnerId())
                .setTier(lead.tier())
                .setBranches(lead.branches())
                .setCandidates(turn.candidates())
                .setBecause(turn.because())
                .setBackupId(rep == null ? null : Backup.of(roster, rep.id(), lead.ask(), terms, now))
                .setDays(facts.days())
                .setHours(facts.hours())
                .setHolidays(facts.holidays())
                .setAway(facts.away())
                .setAskedAt(lead.askedAt())
                .setWaitedMillis(waited ? Duration.between(lead.since(), now).toMillis() : 0)
                .build();
        outputs.add(new Output(Catalogue.ROUTING_ASSIGNMENTS, lead.leadId(), assigned));
        tellAccount(lead, turn.repId());
    }

    /** @param repId null when it waits */
    void tellAccount(Waiting lead, String repId) {
        tellAccount(lead, repId, false, false);
    }

    /** It left the queue, and nobody got it. */
    void tellLeft(Waiting lead) {
        tellAccount(lead, null, true, false);
    }

    /** There is nobody behind whom it could wait. */
    void tellReturned(Waiting lead) {
        tellAccount(lead, null, false, true);
    }

    private void tellAccount(Waiting lead, String repId, boolean left, boolean returned) {
        OwnerChosen chosen =
                new OwnerChosen(lead.leadId(), lead.pass(), lead.round(), terms.id(), repId, left, returned);
        outputs.add(new Output(
                Catalogue.ACCOUNT_FACTS,
                lead.accountId(),
                AccountFact.newBuilder()
                        .setAccountId(lead.accountId())
                        .setOwnerChosen(chosen)
                        .build()));
    }
}
