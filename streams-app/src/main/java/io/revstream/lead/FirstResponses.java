package io.revstream.lead;

import io.revstream.events.ClockChange;
import io.revstream.events.FirstResponse;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.events.TeamRequest;
import io.revstream.sla.EndedClock;
import io.revstream.sla.RunningClock;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Tells the owner's team how the clock of speed-to-lead ended, for the team's weekly figures (SLA-26): with a contact, or due without one.
 * What nobody owns is nobody's response.
 */
final class FirstResponses {

    private FirstResponses() {}

    /** A clock was met, or taken back. */
    static void moved(LeadDraft draft, SlaClockChanged clock) {
        boolean tells = clock.getChange() == ClockChange.MET || clock.getChange() == ClockChange.WITHDRAWN;
        if (tells && isMeasured(draft, clock.getClock()) && clock.getOwnerId() != null && clock.getTeamId() != null) {
            Long working = clock.getOwnerMillis() == null ? clock.getWorkingMillis() : clock.getOwnerMillis();
            say(
                    draft,
                    clock.getTeamId(),
                    clock.getPass(),
                    FirstResponse.newBuilder()
                            .setRepId(clock.getOwnerId())
                            .setClock(clock.getClock())
                            .setStartedAt(clock.getStartedAt())
                            .setContactedAt(clock.getMetAt())
                            .setWorkingMillis(working)
                            .setLate(clock.getLate())
                            .setDueAt(clock.getDueAt())
                            .setLeadStartedAt(began(draft, clock.getClock(), clock.getStartedAt()))
                            .setWithdrawn(clock.getChange() == ClockChange.WITHDRAWN)
                            .build());
        }
    }

    /** A step says that the clock was due: it is told so with each, which changes nothing after the first. */
    static void reached(LeadDraft draft, SlaStepReached step) {
        boolean tells = step.getKind() == StepKind.BREACHED && step.getOwnerId() != null && step.getTeamId() != null;
        if (tells && isMeasured(draft, step.getClock())) {
            say(
                    draft,
                    step.getTeamId(),
                    step.getPass(),
                    FirstResponse.newBuilder()
                            .setRepId(step.getOwnerId())
                            .setClock(step.getClock())
                            .setStartedAt(step.getStartedAt())
                            .setContactedAt(null)
                            .setWorkingMillis(null)
                            .setLate(true)
                            .setDueAt(step.getDueAt())
                            .setLeadStartedAt(began(draft, step.getClock(), step.getStartedAt()))
                            .build());
        }
    }

    private static boolean isMeasured(LeadDraft draft, String clock) {
        return draft.acts()
                && draft.policy.speedToLead() != null
                && draft.policy.speedToLead().clock().equals(clock);
    }

    /** When the first clock of that name started in this pass; null when it is the one in hand. */
    private static Instant began(LeadDraft draft, String clock, Instant startedAt) {
        return Stream.concat(
                        draft.clocks.running().stream(),
                        draft.clocks.ended().stream().map(EndedClock::clock))
                .filter(one -> one.name().equals(clock))
                .map(RunningClock::startedAt)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(startedAt))
                .orElse(null);
    }

    private static void say(LeadDraft draft, String team, int pass, FirstResponse response) {
        draft.say(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId(draft.id)
                        .setPass(pass)
                        .setResponded(response)
                        .build());
    }
}
