package io.revstream.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the topologies run.
 *
 * @param topologies names of the topologies to run here
 * @param stateDirectory where state stores live
 * @param threads stream threads of each topology
 * @param standbys standby replicas of each store
 * @param replication replication factor of internal topics; -1 takes the broker's default
 * @param commitInterval how long a transaction stays open
 * @param tickInterval how often time advances when nothing happens
 * @param futureTolerance by how much events may lie in the future
 * @param instance id of this instance for static membership: a restart, also after a crash, goes on at once; null for none
 */
public record PipelineSettings(
        List<String> topologies,
        Path stateDirectory,
        int threads,
        int standbys,
        int replication,
        Duration commitInterval,
        Duration tickInterval,
        Duration futureTolerance,
        String instance) {}
