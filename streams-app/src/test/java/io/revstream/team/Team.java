package io.revstream.team;

import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadReleased;
import io.revstream.events.RepAbsence;
import io.revstream.events.RepAsked;
import io.revstream.events.RepClaimed;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import io.revstream.stream.WakeUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A team of the mid-market preset, to which things are told at an instant, and what it says to them. */
final class Team {

    static final Instant MONDAY_9AM = Instant.parse("2026-10-19T13:00:00Z");
    static final Policy POLICY =
            PolicyReader.read("mid-market", Presets.text("mid-market")).policy();

    private final TeamDecider decider = new TeamDecider();
    private final Policy policy;
    private TeamState state;
    private Instant now = MONDAY_9AM;
    private List<Output> said = List.of();
    private int events;

    Team(String id) {
        this(id, POLICY);
    }

    Team(String id, Policy policy) {
        this.policy = policy;
        this.state = decider.initial(id);
    }

    Team at(Instant instant) {
        now = instant;
        return this;
    }

    Team details(String rep, RepDetails.Builder details) {
        return told(event(rep).setDetails(details.build()).build());
    }

    Team joined(String... reps) {
        for (String rep : reps) {
            details(rep, RepDetails.newBuilder().setActive(true));
        }
        return this;
    }

    Team away(String rep, String absence, Instant from, Instant until) {
        return told(event(rep)
                .setAbsence(RepAbsence.newBuilder()
                        .setAbsenceId(absence)
                        .setFrom(from)
                        .setUntil(until)
                        .build())
                .build());
    }

    Team asked(String lead, String account) {
        return asked(lead, asks(account).build());
    }

    Team asked(String lead, RepAsked asked) {
        return told(request(lead).setRepAsked(asked).build());
    }

    Team released(String lead, String rep) {
        return told(request(lead).setReleased(new LeadReleased(rep, "accepted")).build());
    }

    Team claimed(RepClaimed claim) {
        return told(request("").setOccurredAt(now).setClaimed(claim).build());
    }

    Team woken() {
        return told(new WakeUp(now));
    }

    Team told(Object event) {
        Decision<TeamState> decision =
                decider.decide(state, new Input(event, "e" + events++, now, null, false), now, policy);
        if (decision.refusal() != null) {
            throw new AssertionError(decision.refusal());
        }
        state = decision.state();
        said = decision.outputs();
        return this;
    }

    TeamState state() {
        return state;
    }

    Instant wakeAt() {
        return decider.wakeAt(state);
    }

    /** Who got what by the last decision, as {@code lead>rep}, with {@code -} for nobody. */
    List<String> assigned() {
        return said(LeadAssigned.class).stream()
                .map(event -> event.getLeadId() + ">" + (event.getOwnerId() == null ? "-" : event.getOwnerId()))
                .toList();
    }

    <T> List<T> said(Class<T> type) {
        List<T> events = new ArrayList<>();
        said.stream().map(Output::event).filter(type::isInstance).forEach(event -> events.add(type.cast(event)));
        return events;
    }

    byte[] bytes() {
        StateWriter out = new StateWriter();
        new TeamCodec().write(state, out);
        return out.toBytes();
    }

    TeamState readBack() {
        StateReader in = new StateReader(bytes());
        TeamState read = new TeamCodec().read(in);
        in.end();
        return read;
    }

    static RepAsked.Builder asks(String account) {
        return RepAsked.newBuilder()
                .setAccountId(account)
                .setRound(1)
                .setReason(RoutingReason.PROMOTION)
                .setPreferredRepId(null)
                .setPreferredBecause(null)
                .setExcluded(List.of())
                .setPreviousOwnerId(null)
                .setTier(null)
                .setBranches(List.of());
    }

    private TeamRequest.Builder request(String lead) {
        return TeamRequest.newBuilder()
                .setTeamId(state.id())
                .setLeadId(lead)
                .setPass(1)
                .setOccurredAt(now);
    }

    private RepEvent.Builder event(String rep) {
        return RepEvent.newBuilder()
                .setEventId("told-" + events)
                .setOccurredAt(now)
                .setSource("hr")
                .setRepId(rep);
    }
}
