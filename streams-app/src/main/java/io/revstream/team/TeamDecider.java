package io.revstream.team;

import io.revstream.events.AccountFact;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadReleased;
import io.revstream.events.OwnerChosen;
import io.revstream.events.RepEvent;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules;
import io.revstream.routing.Ask;
import io.revstream.routing.Queue;
import io.revstream.routing.Rep;
import io.revstream.routing.Roster;
import io.revstream.routing.Rotation;
import io.revstream.routing.Turn;
import io.revstream.routing.Waiting;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import io.revstream.stream.WakeUp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides for a team: which rep gets a lead. Reps are counted here and nowhere else, so that no two decisions can count on the same
 * free place. Whatever may free a rep drains the queue, the longest waiting first.
 */
public final class TeamDecider implements Decider<TeamState> {

    @Override
    public TeamState initial(String key) {
        return TeamState.unknown(key);
    }

    @Override
    public Decision<TeamState> decide(TeamState state, Input input, Instant now, Policy policy) {
        Turns turns = new Turns(state, now, policy);
        turns.week.report();
        Object event = input.event();
        if (event instanceof RepEvent told) {
            String refusal = Roster.refusal(told);
            if (refusal != null) {
                return Decision.refused(state, refusal);
            }
            turns.roster = turns.roster.with(told);
        } else if (event instanceof TeamRequest request && request.getRepAsked() != null) {
            turns.ask(request);
        } else if (event instanceof TeamRequest request && request.getReleased() != null) {
            turns.release(request, request.getReleased());
        } else if (event instanceof TeamRequest request && request.getResponded() != null) {
            turns.week.told(request);
        } else if (!(event instanceof WakeUp)) {
            throw new IllegalArgumentException("Expected an input of a team, but found " + event);
        }
        turns.drain();
        return Decision.of(turns.state(), turns.outputs);
    }

    @Override
    public Instant wakeAt(TeamState state) {
        return Stream.of(state.nextTry(), state.week().until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The turns of one decision. */
    private static final class Turns {

        private static final RoutingRules.Team NOT_IN_POLICY = new RoutingRules.Team("", ZoneOffset.UTC, null);

        private final String id;
        private final Instant now;
        private final RoutingRules.Team team;
        private final RoutingRules.Rotation rules;
        private final List<Output> outputs = new ArrayList<>();
        private Roster roster;
        private Queue queue;
        private final TeamWeek week;

        Turns(TeamState state, Instant now, Policy policy) {
            this.id = state.id();
            this.now = now;
            this.team = policy.routing().teams().getOrDefault(state.id(), NOT_IN_POLICY);
            this.rules = policy.routing().rotation();
            this.roster = state.roster();
            this.queue = state.queue();
            this.week = new TeamWeek(state, policy, now, outputs::add);
        }

        /** Whoever waits already goes first, so a rep is asked only when nobody is left waiting. */
        void ask(TeamRequest request) {
            drain();
            Waiting lead = Waiting.of(request.getLeadId(), request.getPass(), request.getRepAsked(), now);
            Waiting before = queue.find(lead.leadId(), lead.pass());
            if (before != null && !before.accountId().equals(lead.accountId())) {
                tellAccount(before, null, true);
            }
            Ask ask = lead.ask();
            Turn turn = Rotation.choose(roster, ask, rules, team.zone(), now);
            roster = turn.roster();
            queue = turn.repId() == null ? queue.with(lead) : queue.released(lead.leadId(), lead.pass());
            say(lead, turn, lead.reason());
        }

        void release(TeamRequest request, LeadReleased released) {
            if (released.getRepId() == null) {
                Waiting gone = queue.find(request.getLeadId(), request.getPass());
                queue = queue.released(request.getLeadId(), request.getPass());
                if (gone != null) {
                    tellAccount(gone, null, true);
                }
            } else {
                roster = roster.released(released.getRepId(), request.getLeadId(), request.getPass());
            }
        }

        void drain() {
            if (queue.waiting().isEmpty()) {
                return;
            }
            Queue.Drained drained = queue.drain(roster, rules, team.zone(), now);
            roster = drained.roster();
            queue = drained.queue();
            drained.served().forEach(served -> say(served.lead(), served.turn(), RoutingReason.QUEUE_DRAINED));
        }

        TeamState state() {
            Instant nextTry = queue.waiting().isEmpty() ? null : roster.nextAvailability(now);
            return new TeamState(id, roster, queue, nextTry, week.book());
        }

        private void say(Waiting lead, Turn turn, RoutingReason reason) {
            Rep rep = turn.repId() == null ? null : roster.reps().get(turn.repId());
            ZoneId zone = rep == null ? team.zone() : rep.zone(team);
            outputs.add(new Output(
                    Catalogue.ROUTING_ASSIGNMENTS,
                    lead.leadId(),
                    LeadAssigned.newBuilder()
                            .setLeadId(lead.leadId())
                            .setAccountId(lead.accountId())
                            .setPass(lead.pass())
                            .setRound(lead.round())
                            .setReason(reason)
                            .setTeamId(id)
                            .setOwnerId(turn.repId())
                            .setManagerId(rep == null ? team.manager() : rep.manager(team))
                            .setZone(zone.getId())
                            .setMethod(turn.method())
                            .setPreviousOwnerId(lead.previousOwnerId())
                            .setTier(lead.tier())
                            .setBranches(lead.branches())
                            .setCandidates(turn.candidates())
                            .setBecause(turn.because())
                            .build()));
            tellAccount(lead, turn.repId(), false);
        }

        private void tellAccount(Waiting lead, String repId, boolean left) {
            outputs.add(new Output(
                    Catalogue.ACCOUNT_FACTS,
                    lead.accountId(),
                    AccountFact.newBuilder()
                            .setAccountId(lead.accountId())
                            .setOwnerChosen(new OwnerChosen(lead.leadId(), lead.pass(), lead.round(), id, repId, left))
                            .build()));
        }
    }
}
