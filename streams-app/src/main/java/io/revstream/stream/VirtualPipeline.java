package io.revstream.stream;

import io.revstream.policy.Policy;
import io.revstream.policy.PolicyTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Runs the deciders of all topologies in one loop of virtual time: facts are delivered at once, and time jumps to the next input or
 * wake-up. For scenarios, policy diffs and backtests. It differs from the live pipeline in that no fact is ever under way.
 */
public final class VirtualPipeline {

    /** What is due fires when time has passed it. */
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final List<Stage<?>> stages = new ArrayList<>();
    private final Deque<Published> underWay = new ArrayDeque<>();
    private final Consumer<Published> watcher;
    private PolicyTimeline policies = PolicyTimeline.EMPTY;
    private Instant now = Instant.EPOCH;

    /** An event that was published. */
    public record Published(Topic topic, String key, SpecificRecordBase event, Instant at) {}

    /** An input that a decider refused. */
    public record Refusal(String topology, Topic topic, String key, String code, String reason, Instant at) {}

    /**
     * A pipeline at the beginning of time.
     *
     * @param watcher sees each output as it is published
     */
    public VirtualPipeline(List<Hosted<?>> hosted, Consumer<Published> watcher) {
        this.watcher = watcher;
        hosted.forEach(one -> stages.add(new Stage<>(one)));
    }

    /** The instant that time has come to. */
    public Instant now() {
        return now;
    }

    /** A policy takes effect, and all aggregates that are rescored by it are rescored at that instant. */
    public void adopt(Policy policy, Instant from) {
        advanceTo(from);
        policies = policies.with(policy, from);
        stages.forEach(stage -> stage.adopt(from));
        deliver();
    }

    /**
     * A challenger runs beside the policy in force from now on.
     *
     * @param challenger null ends the one that runs
     */
    public void challenge(Policy challenger, Instant from) {
        advanceTo(from);
        Policy running = policies.challengerAt(from);
        if (challenger != null) {
            policies = policies.beside(challenger, from);
        } else if (running != null) {
            policies = policies.withoutChallenger(running.version(), from);
        }
        stages.forEach(stage -> stage.engine.policies(policies));
    }

    /**
     * An event comes in; whatever is due before it happens first.
     *
     * @param at timestamp of its record, not earlier than {@link #now()}
     * @return refusals, by the deciders that read it or a fact that followed from it
     */
    public List<Refusal> publish(Topic topic, String key, SpecificRecordBase event, Instant at) {
        advanceTo(at);
        underWay.add(new Published(topic, key, event, at));
        return deliver();
    }

    /** Time passes: all that is due strictly before the instant happens, in due order. */
    public void advanceTo(Instant instant) {
        for (Stage<?> next = earliest(); next != null && next.due.earliest().isBefore(instant); next = earliest()) {
            now = next.due.earliest();
            next.engine.tick(now.plus(A_MOMENT));
            next.engine.wakeDue(1);
            deliver();
        }
        now = instant;
    }

    /** The state of an aggregate, or null when nothing is known of it. */
    public Object state(String topology, String key) {
        for (Stage<?> stage : stages) {
            if (stage.hosted.topology().equals(topology)) {
                Aggregate<?> aggregate = stage.aggregates.get(key);
                return aggregate == null ? null : aggregate.state();
            }
        }
        throw new IllegalArgumentException("Expected a topology of this pipeline, but found " + topology);
    }

    private Stage<?> earliest() {
        Stage<?> first = null;
        for (Stage<?> stage : stages) {
            Instant due = stage.due.earliest();
            if (due != null && (first == null || due.isBefore(first.due.earliest()))) {
                first = stage;
            }
        }
        return first;
    }

    private List<Refusal> deliver() {
        List<Refusal> refusals = new ArrayList<>();
        for (Published next = underWay.poll(); next != null; next = underWay.poll()) {
            for (Stage<?> stage : stages) {
                stage.accept(next, refusals);
            }
        }
        return refusals;
    }

    /** One topology, all its aggregates in one place. */
    private final class Stage<S> implements Outlet {

        private final Hosted<S> hosted;
        private final MapAggregates<S> aggregates = new MapAggregates<>();
        private final MapDueIndex due = new MapDueIndex();
        private final DeciderEngine<S> engine;

        Stage(Hosted<S> hosted) {
            this.hosted = hosted;
            this.engine = new DeciderEngine<>(
                    hosted.topology(), hosted.decider(), aggregates, due, SweepMark.inMemory(), this, A_MOMENT);
        }

        void adopt(Instant from) {
            engine.adopt(policies, from);
            engine.tick(from);
            engine.sweep(Integer.MAX_VALUE);
        }

        void accept(Published input, List<Refusal> refusals) {
            if (!hosted.reads().contains(input.topic())) {
                return;
            }
            try {
                Input opened = Envelope.open(input.event(), input.at(), Duration.ZERO);
                engine.accept(input.key(), opened, input.at());
            } catch (Refused refused) {
                refusals.add(new Refusal(
                        hosted.topology(),
                        input.topic(),
                        input.key(),
                        refused.code().name(),
                        refused.getMessage(),
                        input.at()));
            }
        }

        @Override
        public void publish(List<Output> outputs, Instant at) {
            for (Output output : outputs) {
                Published published = new Published(output.topic(), output.key(), output.event(), now);
                watcher.accept(published);
                underWay.add(published);
            }
        }

        @Override
        public void wakeUpFailed(String key, Input wakeUp, Refused failure) {
            throw new IllegalStateException("Wake-up failed: " + wakeUp.eventId(), failure.bug());
        }
    }
}
