package io.revstream.stream;

import io.revstream.events.PolicyEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What one task does with each record, live or in a replay: decode, check, decide; what cannot be decided goes to the dead letters.
 *
 * @param <S> state of one aggregate
 */
final class DeciderTask<S> {

    /** Wake-ups fired in one go; the rest follows, so that a burst does not outlast a transaction. */
    static final int WAKE_UP_BATCH = 500;

    private final DeciderEngine<S> engine;
    private final EventReader reader;
    private final PolicyShelf policies;
    private final KeyCheck keys;
    private final Duration tolerance;
    private final DeadLetters deadLetters;
    private final ShellMetrics metrics;

    DeciderTask(
            DeciderEngine<S> engine,
            EventReader reader,
            PolicyShelf policies,
            KeyCheck keys,
            Duration tolerance,
            DeadLetters deadLetters,
            ShellMetrics metrics) {
        this.engine = engine;
        this.reader = reader;
        this.policies = policies;
        this.keys = keys;
        this.tolerance = tolerance;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        engine.policies(policies.timeline());
    }

    void handle(InputRecord input) {
        metrics.read(input.topic());
        SpecificRecordBase event = null;
        try {
            if (input.future()) {
                throw new Refused(
                        DeadLetterCode.FROM_THE_FUTURE,
                        "Expected a record timestamp that is not later than now by more than " + tolerance
                                + ", but it is " + input.timestamp());
            }
            event = reader.read(input.topic(), input.value());
            Input opened = Envelope.open(event, input.timestamp(), tolerance);
            if (event instanceof PolicyEvent policy) {
                adopt(policy, input);
            } else {
                decide(opened, input);
            }
        } catch (Refused refusal) {
            deadLetters.refused(input, event, refusal, refusedAt(input));
        }
    }

    /** Time has come to an instant: fires wake-ups that are due; returns whether there may be more. */
    boolean tick(Instant instant) {
        resume(instant);
        return wakeDue();
    }

    /** Time has come to an instant, but nobody is woken yet. */
    void resume(Instant instant) {
        engine.tick(instant);
        metrics.clock(instant);
    }

    /** Fires wake-ups that are due; returns whether there may be more. */
    boolean wakeDue() {
        return wakeDue(WAKE_UP_BATCH);
    }

    /** Fires so many wake-ups that are due; returns whether there may be more. */
    boolean wakeDue(int most) {
        return engine.hasPolicy() && engine.wakeDue(most);
    }

    /**
     * Rescores aggregates, if a policy asks for it, some at a time, so that inputs need not wait for all of them.
     *
     * @param most how many at the most
     * @return the last key that was rescored; null when none was
     */
    String sweep(int most) {
        List<String> keys = engine.sweep(most);
        metrics.rescored(keys.size());
        return keys.isEmpty() ? null : keys.get(keys.size() - 1);
    }

    /** Rescores as far as the journal says. */
    void sweepTo(String last) {
        engine.sweepTo(last);
    }

    /** Whether aggregates are still to be rescored. */
    boolean isSweeping() {
        return engine.isSweeping();
    }

    /** The instant that time has come to by ticks; {@link Instant#MIN} before the first. */
    Instant clock() {
        return engine.clock();
    }

    /** How many wake-ups have fired since the task began. */
    long woken() {
        return engine.woken();
    }

    private void decide(Input opened, InputRecord input) throws Refused {
        String key = key(input);
        if (!engine.hasPolicy()) {
            throw new Refused(
                    DeadLetterCode.NO_POLICY, "Expected a policy to have been published, but there is none yet");
        }
        DeciderEngine.Fate fate = engine.accept(key, opened, input.timestamp());
        if (fate == DeciderEngine.Fate.DUPLICATE) {
            metrics.duplicate(input.topic());
        }
    }

    /** A policy is in force from its record on; never earlier than the clock, so that wake-ups that are already due keep the former one. */
    private void adopt(PolicyEvent policy, InputRecord input) throws Refused {
        Instant from = input.timestamp().isAfter(engine.clock()) ? input.timestamp() : engine.clock();
        policies.add(policy, from);
        engine.adopt(policies.timeline(), from);
    }

    private String key(InputRecord input) throws Refused {
        byte[] key = input.key();
        if (key == null || key.length == 0) {
            throw new Refused(
                    DeadLetterCode.MISSING_KEY,
                    "Expected the key to be the " + input.topic().keyedBy() + ", but the record has none");
        }
        keys.check(input);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(
                    DeadLetterCode.MISSING_KEY,
                    "Expected the key to be the " + input.topic().keyedBy() + " in UTF-8, but its bytes are not UTF-8");
        }
    }

    /** Not by the timestamp of a record from the future, and not by the wall clock, so that a replay tells the same. */
    private Instant refusedAt(InputRecord input) {
        Instant clock = engine.clock().equals(Instant.MIN) ? Instant.EPOCH : engine.clock();
        return input.future() || clock.isAfter(input.timestamp()) ? clock : input.timestamp();
    }
}
