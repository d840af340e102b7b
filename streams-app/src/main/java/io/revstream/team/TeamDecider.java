package io.revstream.team;

import io.revstream.events.RepEvent;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.routing.Roster;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Rescoring;
import io.revstream.stream.WakeUp;
import java.time.Instant;
import java.util.Comparator;
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
        Object event = input.event();
        if (RepClaims.isRep(state.id())) {
            return ofRep(state, event);
        }
        Turns turns = new Turns(state, now, policy);
        if (event instanceof RepEvent told) {
            String refusal = Roster.refusal(told);
            if (refusal != null) {
                return Decision.refused(state, refusal);
            }
            turns.learn(told);
        } else if (event instanceof TeamRequest request && request.getRepAsked() != null) {
            turns.ask(request);
        } else if (event instanceof TeamRequest request && request.getReleased() != null) {
            turns.release(request, request.getReleased());
        } else if (event instanceof TeamRequest request && request.getClaimed() != null) {
            turns.claimed(request.getClaimed());
        } else if (event instanceof TeamRequest request && request.getResponded() != null) {
            turns.responded(request);
        } else if (!(event instanceof WakeUp || event instanceof Rescoring)) {
            throw new IllegalArgumentException("Expected an input of a team, but found " + event);
        }
        return turns.decision();
    }

    private static Decision<TeamState> ofRep(TeamState state, Object event) {
        if (event instanceof TeamRequest request) {
            return RepClaims.decide(state, request);
        }
        return event instanceof RepEvent
                ? Decision.refused(state, "Expected the id of a team as the key, but it is " + state.id())
                : Decision.nothing(state);
    }

    /** Another policy may have other hours, more room or other teams: who waits is served then. */
    @Override
    public boolean isRescored() {
        return true;
    }

    @Override
    public Instant wakeAt(TeamState state) {
        return Stream.of(state.nextTry(), state.week().until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
