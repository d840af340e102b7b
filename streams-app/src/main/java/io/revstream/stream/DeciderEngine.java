package io.revstream.stream;

import io.revstream.policy.Policy;
import io.revstream.policy.PolicyTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs one decider over its aggregates, wherever they are kept: in the stores of a Kafka Streams task, or in maps for a replay and for
 * virtual time. It holds the rules of time:
 *
 * <ul>
 *   <li>The <em>clock</em> is the last tick, or the timestamp of the input in hand if that is later.
 *   <li>Before an input is handled, the aggregate's own wake-up fires if it was due strictly before the clock, at its due instant; an
 *       input exactly at a deadline is in time.
 *   <li>The wake-ups of other aggregates fire on ticks, in due order and in batches. Since every aggregate is woken before its own next
 *       input, batching changes no decision.
 *   <li>An aggregate's instants never run backward: an input that is older than the latest is decided at the latest.
 *   <li>After a policy took effect, aggregates are rescored on ticks, in the order of their keys and in batches, each at the tick's instant
 *       and after its own wake-ups.
 * </ul>
 *
 * @param <S> state of one aggregate
 */
final class DeciderEngine<S> {

    private final String topology;
    private final Decider<S> decider;
    private final Aggregates<S> aggregates;
    private final DueIndex due;
    private final SweepMark mark;
    private final Outlet outlet;
    private final Duration ahead;
    private PolicyTimeline policies = PolicyTimeline.EMPTY;
    private Instant lastTick = Instant.MIN;
    private long woken;

    DeciderEngine(
            String topology,
            Decider<S> decider,
            Aggregates<S> aggregates,
            DueIndex due,
            SweepMark mark,
            Outlet outlet) {
        this(topology, decider, aggregates, due, mark, outlet, Duration.ZERO);
    }

    /** @param ahead by how much ticks run ahead of the time that they stand for */
    DeciderEngine(
            String topology,
            Decider<S> decider,
            Aggregates<S> aggregates,
            DueIndex due,
            SweepMark mark,
            Outlet outlet,
            Duration ahead) {
        this.ahead = ahead;
        this.topology = topology;
        this.decider = decider;
        this.aggregates = aggregates;
        this.due = due;
        this.mark = mark;
        this.outlet = outlet;
    }

    /** What happened to an input. */
    enum Fate {
        DECIDED,
        DUPLICATE
    }

    void policies(PolicyTimeline timeline) {
        policies = timeline;
    }

    /**
     * A policy record was read. A policy that takes the place of another is brought to all aggregates; a sweep under way begins anew. A
     * challenger is not: what changes nothing wakes nobody.
     *
     * @param from when it takes effect
     */
    void adopt(PolicyTimeline timeline, Instant from) {
        boolean replaced = !policies.isEmpty()
                && timeline.versions().size() > policies.versions().size();
        policies = timeline;
        if (replaced && decider.isRescored()) {
            mark.keep(new Sweep(from, null));
        }
    }

    Instant clock() {
        return lastTick;
    }

    /** How many wake-ups have fired. */
    long woken() {
        return woken;
    }

    /** Whether a policy is in force, without which nothing can be decided. */
    boolean hasPolicy() {
        return !policies.isEmpty();
    }

    /**
     * Handles one input.
     *
     * @param timestamp of its record
     * @throws Refused when the decider refuses it; the aggregate's own wake-ups have fired all the same
     */
    Fate accept(String key, Input input, Instant timestamp) throws Refused {
        Instant clock = later(lastTick, timestamp);
        Aggregate<S> aggregate = load(key);
        while (isDue(aggregate, clock)) {
            aggregate = wake(key, aggregate, clock);
        }
        if (aggregate.hasSeen(input.eventId())) {
            return Fate.DUPLICATE;
        }
        Instant now = later(aggregate.latest(), input.historical() ? input.occurredAt() : timestamp);
        Turn<S> turn = decide(key, aggregate, input.at(told(clock, now)), now);
        outlet.publish(turn.outputs(), later(clock, now));
        save(key, aggregate, aggregate.after(input.eventId(), turn.state(), now, turn.wakeUp()));
        return Fate.DECIDED;
    }

    /** Time has come to {@code instant}: what is due before it may fire. */
    void tick(Instant instant) {
        lastTick = later(lastTick, instant);
    }

    /**
     * Wakes aggregates that are due, in due order.
     *
     * @param most how many at the most
     * @return whether there may be more
     */
    boolean wakeDue(int most) {
        List<DueIndex.Entry> batch = due.before(lastTick, most);
        for (DueIndex.Entry entry : batch) {
            wakeOne(entry);
        }
        return batch.size() == most;
    }

    /** Whether aggregates are still to be rescored. */
    boolean isSweeping() {
        return mark.read() != null;
    }

    /**
     * Rescores the next aggregates of a sweep.
     *
     * @param most how many at the most
     * @return the keys of those that were
     */
    List<String> sweep(int most) {
        Sweep sweep = mark.read();
        if (sweep == null || lastTick.isBefore(sweep.from())) {
            return List.of();
        }
        List<String> keys = aggregates.keysAfter(sweep.after(), most);
        keys.forEach(this::rescore);
        mark.keep(keys.size() < most ? null : sweep.at(keys.get(keys.size() - 1)));
        return keys;
    }

    /** Rescores as far as a sweep came that is repeated. */
    void sweepTo(String last) {
        Sweep sweep = mark.read();
        if (sweep == null) {
            throw new IllegalStateException(
                    "Expected a sweep of " + topology + " to be under way at " + lastTick + ", but there is none");
        }
        for (String key : aggregates.keysAfter(sweep.after(), Integer.MAX_VALUE)) {
            if (MapAggregates.BY_BYTES.compare(key, last) > 0) {
                break;
            }
            rescore(key);
        }
        mark.keep(sweep.at(last));
    }

    /** Decides one aggregate afresh. What comes out as it was is left as it was: a sweep writes only what it changes. */
    private void rescore(String key) {
        Aggregate<S> aggregate = load(key);
        while (isDue(aggregate, lastTick)) {
            aggregate = wake(key, aggregate, lastTick);
        }
        Instant now = later(aggregate.latest(), lastTick);
        String cause =
                "rescoring/" + topology + "/" + key + "/" + policies.at(now).version();
        Input input = new Input(new Rescoring(), cause, now, null, false, told(lastTick, now));
        try {
            Turn<S> turn = decide(key, aggregate, input, now);
            if (!turn.outputs().isEmpty() || !turn.state().equals(aggregate.state())) {
                outlet.publish(turn.outputs(), now);
                save(key, aggregate, aggregate.woken(turn.state(), now, turn.wakeUp()));
            }
        } catch (Refused failure) {
            outlet.wakeUpFailed(key, input, failure);
        }
    }

    private void wakeOne(DueIndex.Entry entry) {
        Aggregate<S> aggregate = load(entry.key());
        if (!entry.due().equals(aggregate.wakeUp())) {
            throw new IllegalStateException("Expected aggregate " + topology + "/" + entry.key() + " to be woken at "
                    + entry.due() + ", but it asked for " + aggregate.wakeUp());
        }
        wake(entry.key(), aggregate, lastTick);
    }

    private boolean isDue(Aggregate<S> aggregate, Instant clock) {
        return aggregate.wakeUp() != null && aggregate.wakeUp().isBefore(clock);
    }

    /** Fires the wake-up of one aggregate. A decider that fails is not asked again until the next input, so that one cannot stop the rest. */
    private Aggregate<S> wake(String key, Aggregate<S> aggregate, Instant clock) {
        woken++;
        Instant dueAt = aggregate.wakeUp();
        Instant now = later(aggregate.latest(), dueAt);
        // Twice for the same instant, when the input between the two made something due that lay behind: the input
        // tells them apart.
        String cause = "wake-up/" + topology + "/" + key + "/" + dueAt + "/" + aggregate.lastSeen();
        Input input = new Input(new WakeUp(dueAt), cause, dueAt, null, false, told(clock, now));
        Aggregate<S> after;
        try {
            Turn<S> turn = decide(key, aggregate, input, now);
            if (turn.wakeUp() != null && !turn.wakeUp().isAfter(now)) {
                throw new Refused(
                        DeadLetterCode.FAILED,
                        "Expected the next wake-up to be later than " + now + ", but it is " + turn.wakeUp());
            }
            outlet.publish(turn.outputs(), later(clock, now));
            after = aggregate.woken(turn.state(), now, turn.wakeUp());
        } catch (Refused failure) {
            outlet.wakeUpFailed(key, input, failure);
            after = aggregate.woken(aggregate.state(), now, null);
        }
        save(key, aggregate, after);
        return after;
    }

    /** What one decision came to. */
    private record Turn<S>(S state, Instant wakeUp, List<Output> outputs) {}

    private Turn<S> decide(String key, Aggregate<S> aggregate, Input input, Instant now) throws Refused {
        Policy policy = policies.at(now);
        Decision<S> decision;
        Instant wakeUp;
        try {
            decision = decider.decide(aggregate.state(), input, now, policy, policies.challengerAt(now));
            wakeUp = decider.wakeAt(decision.state());
        } catch (RuntimeException bug) {
            throw Refused.byFailure(bug);
        }
        if (decision.refusal() != null) {
            throw new Refused(DeadLetterCode.REFUSED, decision.refusal());
        }
        int ordinal = 0;
        for (Output output : decision.outputs()) {
            Stamp.on(output, topology, key, ordinal++, input, now, policy.version());
        }
        return new Turn<>(decision.state(), wakeUp, decision.outputs());
    }

    private Aggregate<S> load(String key) {
        Aggregate<S> stored = aggregates.get(key);
        return stored != null ? stored : Aggregate.fresh(decider.initial(key));
    }

    private void save(String key, Aggregate<S> before, Aggregate<S> after) {
        aggregates.put(key, after);
        if (before.wakeUp() != null && !before.wakeUp().equals(after.wakeUp())) {
            due.remove(before.wakeUp(), key);
        }
        if (after.wakeUp() != null && !after.wakeUp().equals(before.wakeUp())) {
            due.add(after.wakeUp(), key);
        }
    }

    /** How late it is when something is decided. */
    private Instant told(Instant clock, Instant now) {
        return later(now, clock.isAfter(now) ? clock.minus(ahead) : now);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
