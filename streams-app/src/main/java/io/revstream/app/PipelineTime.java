package io.revstream.app;

import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What time it is for the topologies that run on a broker. A demo that plays its past is behind the machine's clock, and what is
 * published to it with the machine's time would lie in its future.
 */
public final class PipelineTime {

    /** Topologies tick each second unless they were told otherwise. */
    private static final Duration TICK_WITHIN = Duration.ofSeconds(3);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private PipelineTime() {}

    /** By the next tick; the machine's time when there is none because nothing runs, and when the tick agrees with it. */
    public static Instant now(Connection connection, List<String> topologies, Clock machine) {
        List<Topic> clocks = topologies.stream().map(Catalogue::clock).toList();
        try (TopicFeed feed = new TopicFeed(connection, clocks, false)) {
            Instant until = machine.instant().plus(TICK_WITHIN);
            while (machine.instant().isBefore(until)) {
                for (TopicFeed.Item tick : feed.next(POLL)) {
                    Instant now = machine.instant();
                    return Duration.between(tick.timestamp(), now).abs().compareTo(SAME_TIME) < 0
                            ? now
                            : tick.timestamp();
                }
            }
        }
        return machine.instant();
    }
}
