package io.revstream.app.cli;

import io.revstream.app.HttpSettings;
import io.revstream.app.PipelineSettings;
import io.revstream.app.Topologies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How topologies run. */
public final class RunOptions {

    private static final String ALONE = "alone";

    @Option(names = "--topologies", split = ",", description = "Topologies to run here; all when none is named.")
    private List<String> topologies = Topologies.ALL;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of each topology (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            defaultValue = "0",
            description = "Standby copies of state (${DEFAULT-VALUE}).")
    private int standbys;

    @Option(
            names = "--commit-interval",
            defaultValue = "100ms",
            converter = DurationOption.class,
            description = "How long a transaction stays open (${DEFAULT-VALUE}).")
    private Duration commitInterval;

    @Option(
            names = "--tick-interval",
            defaultValue = "1s",
            converter = DurationOption.class,
            description = "How often time advances when nothing happens (${DEFAULT-VALUE}).")
    private Duration tickInterval;

    @Option(
            names = "--future-tolerance",
            defaultValue = "5min",
            converter = DurationOption.class,
            description = "By how much events may lie in the future (${DEFAULT-VALUE}).")
    private Duration futureTolerance;

    @Option(
            names = "--rescored-a-tick",
            paramLabel = "N",
            defaultValue = "500",
            description =
                    "How many leads of a partition are rescored with each tick after a policy took effect (${DEFAULT-VALUE}).")
    private int rescoredATick;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where state is kept; <data-dir>/state when left out.")
    private Path stateDirectory;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = "Static membership: a name that this instance has again after a restart.")
    private String instance;

    @Option(
            names = "--http-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where the page and the API listen (${DEFAULT-VALUE}); they have no log-in.")
    private String httpHost;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Their port (${DEFAULT-VALUE}); 0 for any.")
    private int httpPort;

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:REVSTREAM_ADVERTISE}",
            description =
                    "Under which address others reach them, told by instances that do not hold what is asked for (environment: REVSTREAM_ADVERTISE).")
    private String advertise;

    /** Refuses what can be seen to be wrong before anything starts. */
    public void check(CommandLine command) {
        TopicOption.checkTopologies(topologies, command);
        if (rescoredATick < 1) {
            throw new ParameterException(
                    command, "Expected at least 1 for --rescored-a-tick, but found " + rescoredATick);
        }
        if (advertise != null && !advertise.matches(".+:[0-9]{1,5}")) {
            throw new ParameterException(
                    command, "Expected --advertise to be a host and a port such as app-1:8080, but found " + advertise);
        }
    }

    /**
     * Settings of the topologies.
     *
     * @param dataDirectory where state is kept when nothing else is said
     * @param alone whether no other instance can be there, so that any name will do for this one
     */
    public PipelineSettings pipeline(Path dataDirectory, boolean alone) {
        return new PipelineSettings(
                topologies,
                stateDirectory == null ? dataDirectory.resolve("state") : stateDirectory,
                threads,
                standbys,
                -1,
                commitInterval,
                () -> tickInterval,
                futureTolerance,
                rescoredATick,
                instance == null && alone ? ALONE : instance);
    }

    public HttpSettings http() {
        return new HttpSettings(httpHost, httpPort, advertise);
    }
}
