package io.revstream.pipeline;

import io.revstream.policy.PipelineRules;
import io.revstream.policy.StaleRules.Reaction;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Watches how long a deal stays in a stage: one watch for each visit. It is told to be stale once; an update takes that back, and ends
 * the watch.
 *
 * @param stage an open stage that the policy knows
 * @param enteredAt when the deal entered it
 * @param average what the stage has answered last; null before the first answer
 * @param asked true while an answer is awaited
 * @param touchedAt when the deal was updated last; null before the first live update
 * @param stale null until it was told
 * @param ended true once nothing more is to be told in this visit
 * @param reached names of the steps of the reaction that were reached
 * @param dueAt when to look again; null for never
 */
public record StageWatch(
        String stage,
        Instant enteredAt,
        Average average,
        boolean asked,
        Instant touchedAt,
        Stale stale,
        boolean ended,
        SortedSet<String> reached,
        Instant dueAt) {

    private static final int VERSION = 1;

    public StageWatch {
        reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    }

    /**
     * How long the latest deals stayed in the stage.
     *
     * @param millis null while too few have
     */
    public record Average(Long millis, int visits) {}

    /**
     * The deal was told to be stale.
     *
     * @param at when
     * @param thresholdMillis how long it might have stayed
     */
    public record Stale(Instant at, long thresholdMillis) {}

    /** The watch of a visit that has begun. */
    public static StageWatch of(Visit visit) {
        return new StageWatch(
                visit.stage(), visit.enteredAt(), null, false, null, null, false, Collections.emptySortedSet(), null);
    }

    /** Whether it was told to be stale, and that stands. */
    public boolean isStale() {
        return stale != null && !ended;
    }

    /** Whether the visit goes on. One that turns out to have begun earlier is the same; one that begins later is another. */
    public boolean isOf(Visit visit) {
        return stage.equals(visit.stage()) && !visit.enteredAt().isAfter(enteredAt);
    }

    /** How long a deal may stay; null when it is never stale. */
    public StaleThreshold threshold(PipelineRules rules) {
        return average == null
                ? StaleThreshold.of(stage, null, 0, rules)
                : StaleThreshold.of(stage, average.millis(), average.visits(), rules);
    }

    /** From when on the deal is stale as far as it is known now; null for never. */
    public Instant staleFrom(PipelineRules rules) {
        StaleThreshold threshold = threshold(rules);
        return threshold == null ? null : enteredAt.plusMillis(threshold.millis());
    }

    /** Whether an update came when the deal was stale already: it need not be told any more. */
    public boolean touchedSince(Instant instant) {
        return touchedAt != null && !touchedAt.isBefore(instant);
    }

    /** When a step of the reaction is due; only of a stale deal. */
    public Instant due(Reaction step) {
        if (step.times() != null) {
            return enteredAt.plusMillis(stale.thresholdMillis() * step.times());
        }
        return step.after() == null ? stale.at() : stale.at().plus(step.after().elapsed());
    }

    /** How long the deal has been in the stage. */
    public Duration lasted(Instant now) {
        return Duration.between(enteredAt, now);
    }

    /** It began at an earlier instant than was believed. */
    public StageWatch begun(Instant at) {
        return new StageWatch(stage, at, average, asked, touchedAt, stale, ended, reached, dueAt);
    }

    public StageWatch touched(Instant at) {
        return new StageWatch(stage, enteredAt, average, asked, at, stale, ended, reached, dueAt);
    }

    /** The stage was asked for its average. */
    public StageWatch asking() {
        return new StageWatch(stage, enteredAt, average, true, touchedAt, stale, ended, reached, null);
    }

    public StageWatch answered(Average answer) {
        return new StageWatch(stage, enteredAt, answer, false, touchedAt, stale, ended, reached, dueAt);
    }

    public StageWatch stale(Stale now) {
        return new StageWatch(stage, enteredAt, average, asked, touchedAt, now, ended, reached, null);
    }

    /** Nothing more is to be told in this visit. */
    public StageWatch end() {
        return new StageWatch(stage, enteredAt, average, asked, touchedAt, stale, true, reached, null);
    }

    public StageWatch reaching(String step) {
        SortedSet<String> after = new TreeSet<>(reached);
        after.add(step);
        return new StageWatch(stage, enteredAt, average, asked, touchedAt, stale, ended, after, dueAt);
    }

    public StageWatch wakingAt(Instant instant) {
        return new StageWatch(stage, enteredAt, average, asked, touchedAt, stale, ended, reached, instant);
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.text(stage);
        out.instant(enteredAt);
        out.optional(average, (to, value) -> {
            to.optional(value.millis(), StateWriter::unsigned);
            to.unsigned(value.visits());
        });
        out.flag(asked);
        out.optionalInstant(touchedAt);
        out.optional(stale, (to, value) -> {
            to.instant(value.at());
            to.unsigned(value.thresholdMillis());
        });
        out.flag(ended);
        out.words(reached);
        out.optionalInstant(dueAt);
    }

    public static StageWatch read(StateReader in) {
        in.version("a watch of a stage", VERSION);
        return new StageWatch(
                in.text(),
                in.instant(),
                in.optional(from -> new Average(from.optional(StateReader::unsigned), (int) from.unsigned())),
                in.flag(),
                in.optionalInstant(),
                in.optional(from -> new Stale(from.instant(), from.unsigned())),
                in.flag(),
                new TreeSet<>(in.words()),
                in.optionalInstant());
    }
}
