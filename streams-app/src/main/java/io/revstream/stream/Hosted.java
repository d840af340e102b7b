package io.revstream.stream;

import java.util.List;

/**
 * A decider with the names under which it is hosted. Names of stores are part of the names of changelog topics: they are never changed.
 *
 * @param topology name of the topology, such as {@code lead}
 * @param reads topics whose events it decides on
 * @param <S> state of one aggregate
 */
public record Hosted<S>(String topology, List<Topic> reads, Decider<S> decider, StateCodec<S> codec) {

    /** Aggregates by key, as {@link AggregateCodec} writes them. */
    public String aggregateStore() {
        return topology + "-aggregates";
    }

    String wakeUpStore() {
        return topology + "-wake-ups";
    }

    /** What a task knows beside its aggregates: its policies and its clock. */
    String taskStore() {
        return topology + "-task";
    }

    String commitHook() {
        return topology + "-commit-hook";
    }

    /** Name of the node that writes a topic. */
    static String sink(Topic topic) {
        return "write-" + topic.name();
    }
}
