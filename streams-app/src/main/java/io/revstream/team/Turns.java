package io.revstream.team;

import io.revstream.events.BranchTried;
import io.revstream.events.LeadReleased;
import io.revstream.events.RepClaimed;
import io.revstream.events.RepEvent;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.routing.Queue;
import io.revstream.routing.Rep;
import io.revstream.routing.Roster;
import io.revstream.routing.Rotation;
import io.revstream.routing.TeamTerms;
import io.revstream.routing.Turn;
import io.revstream.routing.Waiting;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decision;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The turns of one decision of a team. */
final class Turns {

    private final TeamState before;
    private final Instant now;
    private final TeamTerms terms;
    private final String fallback;
    private final List<Output> outputs = new ArrayList<>();
    private final Assignments assignments;
    private final TeamWeek week;
    private Roster roster;
    private Queue queue;
    private boolean asked;
    private boolean leadsOnly;

    Turns(TeamState state, Instant now, Policy policy) {
        this.before = state;
        this.now = now;
        this.terms = TeamTerms.of(state.id(), policy);
        this.fallback = fallback(policy);
        this.assignments = new Assignments(terms, now, outputs);
        this.roster = state.roster().at(now, terms);
        this.queue = state.queue();
        this.week = new TeamWeek(state, policy, now, outputs::add);
        week.report();
    }

    /** The team of the branch that takes every lead (RTE-14). */
    private static String fallback(Policy policy) {
        List<Branch> tree = policy.routing().tree();
        return tree.get(tree.size() - 1).to().team();
    }

    /** Something was stated of a rep. */
    void learn(RepEvent told) {
        roster = roster.with(told).at(now, terms);
    }

    /** Which of two teams that have a rep may give him leads. */
    void claimed(RepClaimed claim) {
        String other = claim.getByTeamId().equals(before.id()) ? null : claim.getByTeamId();
        roster = roster.heldBy(claim.getRepId(), other).at(now, terms);
    }

    /** Whoever waits already goes first, so a rep is asked only when nobody is left waiting whom he could take. */
    void ask(TeamRequest request) {
        asked = true;
        leadsOnly = true;
        drain();
        Waiting lead = Waiting.of(request.getLeadId(), request.getPass(), request.getRepAsked(), now);
        Waiting known = queue.find(lead.leadId(), lead.pass());
        if (known != null && !known.accountId().equals(lead.accountId())) {
            assignments.tellLeft(known);
        }
        if (lead.behind() != null) {
            standBehind(lead, known);
        } else if (isForOthers()) {
            queue = queue.released(lead.leadId(), lead.pass());
            sendOn(lead);
        } else {
            take(lead, known);
        }
    }

    private void take(Waiting lead, Waiting known) {
        Turn turn =
                Rotation.choose(roster, lead.ask(), terms.rules(), terms.team().zone(), now);
        roster = turn.roster();
        if (turn.repId() == null) {
            queue = queue.with(lead);
            sayQueued(lead, known, turn);
        } else {
            queue = queue.released(lead.leadId(), lead.pass());
            assignments.say(lead, turn, lead.reason(), roster);
            serve(queue.follow(lead.accountId(), turn.repId(), roster, terms, now));
        }
    }

    /** The contact before him may have found a rep meanwhile, left, or been sent on: then his account knows better, or will. */
    private void standBehind(Waiting lead, Waiting known) {
        Waiting first = queue.firstOf(lead.accountId(), lead.leadId());
        if (first == null) {
            assignments.tellReturned(lead);
            return;
        }
        queue = queue.with(lead);
        sayQueued(lead, known, Turn.behind(roster, first.leadId()));
    }

    /** Who waits here already in this round was told so; his account is told again, since it may have asked for something else. */
    private void sayQueued(Waiting lead, Waiting known, Turn turn) {
        if (known != null && known.round() == lead.round() && known.accountId().equals(lead.accountId())) {
            assignments.tellAccount(lead, null);
        } else {
            assignments.say(lead, turn, lead.reason(), roster);
        }
    }

    /** A lead was contacted for the first time. */
    void responded(TeamRequest request) {
        leadsOnly = true;
        week.told(request);
    }

    void release(TeamRequest request, LeadReleased released) {
        leadsOnly = true;
        if (released.getRepId() == null) {
            Waiting gone = queue.find(request.getLeadId(), request.getPass());
            queue = queue.released(request.getLeadId(), request.getPass());
            if (gone != null) {
                assignments.tellLeft(gone);
            }
        } else {
            roster = roster.released(released.getRepId(), request.getLeadId(), request.getPass());
        }
    }

    Decision<TeamState> decision() {
        drain();
        TeamIssues issues = issues();
        RepNews news = new RepNews(before, roster, terms, now);
        outputs.addAll(news.facts());
        outputs.addAll(news.claims());
        outputs.addAll(issues.said());
        TeamState after = new TeamState(
                before.id(),
                roster,
                queue,
                nextTry(),
                news.terms(),
                news.claimed(),
                issues.standing(),
                before.claims(),
                week.book());
        return Decision.of(after, outputs);
    }

    /** Nothing can be wrong anew with the reps when a lead comes or goes, which happens often. */
    private TeamIssues issues() {
        boolean inOrder = before.issues().isEmpty() && terms.known() && !isNobody();
        return inOrder && leadsOnly
                ? new TeamIssues(before.issues(), List.of())
                : TeamIssues.of(before, roster, terms, asked || !queue.waiting().isEmpty(), now);
    }

    private void drain() {
        if (queue.waiting().isEmpty()) {
            return;
        }
        if (isForOthers()) {
            queue.waiting().stream().filter(lead -> lead.behind() == null).forEach(this::sendOn);
            queue = Queue.EMPTY;
        } else {
            serve(queue.drain(roster, terms, now));
        }
    }

    private void serve(Queue.Drained drained) {
        queue = drained.queue();
        for (Queue.Served served : drained.served()) {
            assignments.say(
                    served.lead(),
                    served.turn(),
                    RoutingReason.QUEUE_DRAINED,
                    served.turn().roster());
        }
        roster = drained.roster();
    }

    /**
     * A team that the policy does not have, or that all have left, leaves its leads to the team that takes every lead. One of whose reps
     * nothing has been heard yet lets them wait.
     */
    private boolean isForOthers() {
        return !before.id().equals(fallback)
                && (!terms.known() || (!roster.reps().isEmpty() && isNobody()));
    }

    private boolean isNobody() {
        return roster.reps().values().stream().noneMatch(Rep::belongs);
    }

    /** Contacts behind him follow by way of their account, which hears where he went. */
    private void sendOn(Waiting lead) {
        String because = terms.known()
                ? "team " + before.id() + " has no active rep"
                : "Expected a team of the policy, but it has none called " + before.id();
        BranchTried left = BranchTried.newBuilder()
                .setBranch("team " + before.id())
                .setTaken(false)
                .setBecause(because + "; sent on to " + fallback)
                .build();
        outputs.add(new Output(
                Catalogue.TEAM_REQUESTS,
                fallback,
                TeamRequest.newBuilder()
                        .setTeamId(fallback)
                        .setLeadId(lead.leadId())
                        .setPass(lead.pass())
                        .setRepAsked(lead.toRequest(Stream.concat(lead.branches().stream(), Stream.of(left))
                                .toList()))
                        .build()));
    }

    private Instant nextTry() {
        Instant planned = roster.nextPlanned();
        Instant available = queue.waiting().isEmpty() ? null : roster.nextAvailability(now, terms);
        if (planned == null || available == null) {
            return planned == null ? available : planned;
        }
        return planned.isBefore(available) ? planned : available;
    }
}
