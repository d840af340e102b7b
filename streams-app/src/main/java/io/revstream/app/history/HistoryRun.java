package io.revstream.app.history;

import io.revstream.app.Topologies;
import io.revstream.policy.Policy;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import io.revstream.stream.VirtualPipeline.Refusal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run of a history under one policy: the deciders of the stream, in virtual time.
 *
 * @param events how many events were handed to the deciders
 * @param outputs how many decisions and facts they published
 * @param refused how many events they refused
 * @param firstRefused the first refusals
 * @param elapsed by the clock on the wall
 * @param cpu that this thread took; zero where the machine does not measure it
 */
public record HistoryRun(
        long events, long outputs, long refused, List<Refusal> firstRefused, Duration elapsed, Duration cpu) {

    private static final int FIRST_REFUSALS = 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICROSECOND = 1e3;

    /**
     * Runs a history; time ends a millisecond after its last event.
     *
     * @param topologies names of those that take part; what others would decide does not happen
     * @param watcher sees each output as it is published
     */
    public static HistoryRun of(History history, Policy policy, List<String> topologies, Consumer<Published> watcher) {
        return of(history, policy, topologies, history.to() == null ? Instant.EPOCH : history.to(), watcher);
    }

    /**
     * As above, with time running through an instant after the last event, so that decay and deadlines until then are seen.
     *
     * @param through not before the last event
     */
    public static HistoryRun of(
            History history, Policy policy, List<String> topologies, Instant through, Consumer<Published> watcher) {
        long[] outputs = {0};
        List<Hosted<?>> hosted = new ArrayList<>();
        topologies.forEach(name -> hosted.add(Topologies.hosted(name)));
        VirtualPipeline pipeline = new VirtualPipeline(hosted, published -> {
            outputs[0]++;
            watcher.accept(published);
        });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean measured = threads.isCurrentThreadCpuTimeSupported();
        long cpuAtStart = measured ? threads.getCurrentThreadCpuTime() : 0;
        long start = System.nanoTime();
        List<Refusal> first = new ArrayList<>();
        long refused = 0;
        pipeline.adopt(policy, Instant.EPOCH);
        for (HistoryEvent event : history.events()) {
            List<Refusal> refusals = pipeline.publish(event.topic(), event.key(), event.event(), event.at());
            refused += refusals.size();
            refusals.stream().limit(FIRST_REFUSALS - first.size()).forEach(first::add);
        }
        // What is due at the last instant is due before the next.
        pipeline.advanceTo(through.plusMillis(1));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Duration cpu = Duration.ofNanos(measured ? threads.getCurrentThreadCpuTime() - cpuAtStart : 0);
        return new HistoryRun(history.events().size(), outputs[0], refused, List.copyOf(first), elapsed, cpu);
    }

    /** Events in a second of the clock on the wall. */
    public double eventsPerSecond() {
        return elapsed.isZero() ? 0 : events * NANOS_PER_SECOND / elapsed.toNanos();
    }

    /** Microseconds of CPU for each event. */
    public double cpuMicrosPerEvent() {
        return events == 0 ? 0 : cpu.toNanos() / NANOS_PER_MICROSECOND / events;
    }
}
