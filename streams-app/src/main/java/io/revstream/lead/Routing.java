package io.revstream.lead;

import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadFact;
import io.revstream.events.LeadReleased;
import io.revstream.events.RoutingAsked;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.routing.RequestFacts;
import io.revstream.scoring.Scorecard;
import io.revstream.sla.Assignee;
import io.revstream.sla.SlaTerms;
import io.revstream.stream.Catalogue;
import java.math.BigDecimal;
import java.time.ZoneId;

/** Asks the account to have a lead routed, takes the answer, and tells the team when the lead is no longer open. */
final class Routing {

    private Routing() {}

    /** The lead was promoted. */
    static void ask(LeadDraft draft, Scorecard score) {
        ask(draft, RoutingReason.PROMOTION, Scorecard.points(score.total()));
    }

    /** A clock's chain takes the lead away from its owner (RTE-27). In a queue it keeps its place: there is nobody to take it from. */
    static void askAgain(LeadDraft draft) {
        if (!draft.ownership.isQueued()) {
            release(draft, "reassigned");
        }
        Scorecard score = LeadScore.of(draft.facts(), draft.engagement, draft.firstSeen, draft.policy, draft.now);
        ask(draft, RoutingReason.SLA_BREACH, Scorecard.points(score.total()));
    }

    private static void ask(LeadDraft draft, RoutingReason reason, BigDecimal total) {
        String previous = draft.ownership.ownerId();
        draft.ownership = draft.ownership.asked();
        String account = draft.profile.accountKey(draft.id, draft.policy);
        RoutingAsked asked = new RoutingAsked(
                draft.ownership.round(),
                reason.name(),
                draft.ownership.former(),
                previous,
                total,
                RequestFacts.of(draft.policy, draft.facts()).attributes(),
                null,
                null,
                null);
        draft.say(
                Catalogue.LEAD_FACTS,
                account,
                LeadFact.newBuilder()
                        .setLeadId(draft.id)
                        .setAccountId(account)
                        .setPass(draft.standing.pass())
                        .setRouting(asked)
                        .build());
    }

    /** A team has chosen a rep, or queued the lead. An answer that the lead no longer waits for gives the rep his place back. */
    static void assigned(LeadDraft draft, LeadAssigned assigned) {
        boolean current = assigned.getPass() == draft.standing.pass()
                && assigned.getRound() == draft.ownership.round()
                && draft.standing.openToSales();
        if (!current) {
            if (draft.acts()) {
                sayReleased(draft, assigned.getTeamId(), assigned.getPass(), assigned.getOwnerId(), "no longer routed");
            }
            return;
        }
        if (draft.ownership.isQueued() && !assigned.getTeamId().equals(draft.ownership.teamId())) {
            release(draft, "routed to team " + assigned.getTeamId());
        }
        draft.ownership = draft.ownership.assigned(assigned.getTeamId(), assigned.getOwnerId());
        SlaTerms terms = SlaTerms.of(draft.policy);
        Assignee assignee = new Assignee(
                assigned.getOwnerId(), assigned.getManagerId(), assigned.getTeamId(), ZoneId.of(assigned.getZone()));
        int pass = assigned.getPass();
        int round = assigned.getRound();
        Clocks.apply(
                draft,
                assigned.getOwnerId() == null
                        ? draft.clocks.queued(terms, pass, round, assignee, draft.now)
                        : draft.clocks.assigned(terms, pass, round, assignee, draft.now));
    }

    /** The lead no longer counts towards its rep's open leads, or leaves the queue. */
    static void release(LeadDraft draft, String because) {
        if (draft.ownership.held() && draft.acts()) {
            sayReleased(draft, draft.ownership.teamId(), draft.standing.pass(), draft.ownership.ownerId(), because);
        }
        draft.ownership = draft.ownership.released();
    }

    private static void sayReleased(LeadDraft draft, String team, int pass, String rep, String because) {
        draft.say(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId(draft.id)
                        .setPass(pass)
                        .setReleased(new LeadReleased(rep, because))
                        .build());
    }
}
