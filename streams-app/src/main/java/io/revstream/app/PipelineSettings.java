package io.revstream.app;

import io.revstream.stream.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the topologies run.
 *
 * @param topologies names of the topologies to run here
 * @param stateDirectory where state stores live
 * @param threads stream threads of each topology
 * @param standbys standby replicas of each store
 * @param replication replication factor of internal topics; -1 takes the broker's default
 * @param commitInterval how long a transaction stays open
 * @param tickInterval how often time advances when nothing happens; it may change while they run
 * @param futureTolerance by how much events may lie in the future
 * @param rescoredATick how many aggregates of a partition are rescored with each tick after a policy took effect
 * @param instance id of this instance for static membership: a restart, also after a crash, goes on at once; null for none
 */
public record PipelineSettings(
        List<String> topologies,
        Path stateDirectory,
        int threads,
        int standbys,
        int replication,
        Duration commitInterval,
        Supplier<Duration> tickInterval,
        Duration futureTolerance,
        int rescoredATick,
        String instance) {

    /** With rescoring in steps of the usual size. */
    public PipelineSettings(
            List<String> topologies,
            Path stateDirectory,
            int threads,
            int standbys,
            int replication,
            Duration commitInterval,
            Supplier<Duration> tickInterval,
            Duration futureTolerance,
            String instance) {
        this(
                topologies,
                stateDirectory,
                threads,
                standbys,
                replication,
                commitInterval,
                tickInterval,
                futureTolerance,
                Shell.RESCORED_A_TICK,
                instance);
    }

    /** With ticks at an even pace. */
    public PipelineSettings(
            List<String> topologies,
            Path stateDirectory,
            int threads,
            int standbys,
            int replication,
            Duration commitInterval,
            Duration tickInterval,
            Duration futureTolerance,
            String instance) {
        this(
                topologies,
                stateDirectory,
                threads,
                standbys,
                replication,
                commitInterval,
                () -> tickInterval,
                futureTolerance,
                instance);
    }
}
