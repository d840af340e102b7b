package io.revstream.random;

import io.revstream.app.Topologies;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import io.revstream.stream.VirtualPipeline.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was published when inputs were run in virtual time.
 *
 * @param refusals of inputs
 */
record Run(List<Published> published, List<Refusal> refusals) {

    static final Policy POLICY = Presets.policy("mid-market");

    static Run of(List<Arrival> arrivals, Instant until) {
        return of(arrivals, until, POLICY);
    }

    static Run of(List<Arrival> arrivals, Instant until, Policy policy) {
        List<Hosted<?>> hosted = new ArrayList<>();
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
        List<Published> published = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        VirtualPipeline pipeline = new VirtualPipeline(hosted, published::add);
        pipeline.adopt(policy, Instant.EPOCH);
        for (Arrival arrival : arrivals) {
            refusals.addAll(pipeline.publish(arrival.topic(), arrival.key(), arrival.event(), arrival.at()));
        }
        pipeline.advanceTo(until);
        return new Run(List.copyOf(published), List.copyOf(refusals));
    }

    /** The events of a class, in the order in which they were published. */
    <E> List<E> events(Class<E> type) {
        return published.stream()
                .map(Published::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Those events with their instants. */
    <E> List<At<E>> timed(Class<E> type) {
        return published.stream()
                .filter(one -> type.isInstance(one.event()))
                .map(one -> new At<>(one.at(), type.cast(one.event())))
                .toList();
    }

    /** An event and the instant at which it was published. */
    record At<E>(Instant at, E event) {}
}
