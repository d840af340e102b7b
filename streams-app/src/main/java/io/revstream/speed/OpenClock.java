package io.revstream.speed;

import java.time.Instant;

/**
 * A clock that runs.
 *
 * @param subject lead or deal
 * @param variant name of the target that applies; null for the only one
 * @param ownerId null while nobody has it
 * @param teamId null while no team has been chosen
 * @param paused whether it stands still
 */
public record OpenClock(
        String subjectId,
        String subject,
        int pass,
        int round,
        String clock,
        String variant,
        Instant startedAt,
        Instant dueAt,
        String ownerId,
        String teamId,
        boolean paused) {

    static OpenClock of(Run run) {
        return new OpenClock(
                run.subjectId,
                run.subject,
                run.pass,
                run.round,
                run.clock,
                run.variant,
                run.startedAt(),
                run.dueAt(),
                run.ownerId,
                run.teamId,
                run.state == Run.State.PAUSED);
    }

    /** Where it stands in the order of due instants. */
    public Place place() {
        return new Place(dueAt, subjectId, clock, pass, round);
    }
}
