package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.utils.Utils;

/**
 * Aggregates as they stood before their latest decision. State holds no past, so the partition is read from its beginning, along the
 * journal, and what concerns the aggregate is decided again: exact, and as expensive as reading the partition's topics.
 *
 * @param <S> state of one aggregate
 */
public final class AggregateHistory<S> {

    private final Properties client;
    private final Hosted<S> hosted;
    private final Shell shell;

    /**
     * The history of a topology's aggregates.
     *
     * @param client settings of Kafka clients
     * @param shell what the topology was built with
     */
    public AggregateHistory(Properties client, Hosted<S> hosted, Shell shell) {
        this.client = client;
        this.hosted = hosted;
        this.shell = shell;
    }

    /** The state after the latest decision that was not later than the instant, or null when there was none. */
    public S at(String key, Instant instant) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % shell.partitions();
        try (KafkaPartitionLog log = new KafkaPartitionLog(client, shell.names())) {
            Aggregate<S> past = new JournalReplay(shell, log).past(hosted, partition, key, instant);
            return past == null ? null : past.state();
        }
    }
}
