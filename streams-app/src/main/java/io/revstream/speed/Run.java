package io.revstream.speed;

import io.revstream.events.SlaClockChanged;
import java.time.Instant;

/** One run of one clock: a round in a pass of a lead or deal. */
final class Run {

    /** How far it has come. */
    enum State {
        RUNNING,
        PAUSED,
        MET,
        /** Ended without what it waited for. */
        STOPPED
    }

    private static final long NEVER = Long.MIN_VALUE;

    final String subjectId;
    final String subject;
    final String clock;
    final int pass;
    final int round;
    State state = State.RUNNING;
    String variant;
    String ownerId;
    String teamId;
    Long workingMillis;
    long systemMillis;
    long pausedMillis;
    private long started;
    private long due;
    private long met = NEVER;
    private long ended = NEVER;

    Run(SlaClockChanged event) {
        subjectId = event.getSubjectId();
        subject = event.getSubject().intern();
        clock = event.getClock().intern();
        pass = event.getPass();
        round = event.getRound();
    }

    void changed(SlaClockChanged event) {
        variant = interned(event.getVariant());
        ownerId = interned(event.getOwnerId());
        teamId = interned(event.getTeamId());
        started = event.getStartedAt().toEpochMilli();
        due = event.getDueAt().toEpochMilli();
        systemMillis = event.getSystemMillis();
        pausedMillis = event.getPausedMillis();
        switch (event.getChange()) {
            case MET -> {
                state = State.MET;
                met = event.getMetAt().toEpochMilli();
                ended = met;
                workingMillis = event.getOwnerMillis() == null ? event.getWorkingMillis() : event.getOwnerMillis();
            }
            case STOPPED -> {
                state = State.STOPPED;
                ended = event.getOccurredAt().toEpochMilli();
            }
            case PAUSED -> state = State.PAUSED;
            case STARTED, RESCHEDULED, RESUMED -> state = State.RUNNING;
            case WITHDRAWN, UNKNOWN -> {}
        }
    }

    boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    boolean isOf(int ofPass, int ofRound, String name) {
        return pass == ofPass && round == ofRound && clock.equals(name);
    }

    Instant startedAt() {
        return Instant.ofEpochMilli(started);
    }

    Instant dueAt() {
        return Instant.ofEpochMilli(due);
    }

    /** Null unless met. */
    Instant metAt() {
        return met == NEVER ? null : Instant.ofEpochMilli(met);
    }

    /** Null while it is open. */
    Instant endedAt() {
        return ended == NEVER ? null : Instant.ofEpochMilli(ended);
    }

    boolean isMetInTime() {
        return state == State.MET && met <= due;
    }

    /** Whether it is settled that the window was kept or not. */
    boolean isJudged(Instant at) {
        return state == State.MET || isMissed(at);
    }

    /** Whether it came due, and what it waits for has not come. */
    boolean isMissed(Instant at) {
        return switch (state) {
            case MET -> false;
            case STOPPED -> ended >= due;
            case RUNNING -> due < at.toEpochMilli();
            case PAUSED -> false;
        };
    }

    /** When it was settled; meaningless before. */
    Instant judgedAt() {
        return isMetInTime() ? metAt() : dueAt();
    }

    private static String interned(String name) {
        return name == null ? null : name.intern();
    }
}
