package io.revstream.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** All topics in memory, as those see them who read committed records only. */
final class SimulatedLog {

    private final int partitions;
    private final Map<String, List<InputRecord>> records = new HashMap<>();

    SimulatedLog(int partitions) {
        this.partitions = partitions;
    }

    /** Appends where the key belongs. */
    void append(Topic topic, byte[] key, byte[] value, Instant timestamp) {
        append(topic, Utils.toPositive(Utils.murmur2(key)) % partitions, key, value, timestamp);
    }

    void append(Topic topic, int partition, byte[] key, byte[] value, Instant timestamp) {
        List<InputRecord> log = of(topic, partition);
        log.add(new InputRecord(topic, partition, log.size(), timestamp, key, value, List.of(), false));
    }

    /** The records of a partition; the offset of each is its place. */
    List<InputRecord> of(Topic topic, int partition) {
        return records.computeIfAbsent(topic.name() + "/" + partition, name -> new ArrayList<>());
    }

    /** Reads each partition from its beginning. */
    PartitionLog reader() {
        Map<String, Integer> next = new HashMap<>();
        return (topic, partition, future) -> {
            List<InputRecord> log = of(topic, partition);
            int offset = next.merge(topic.name() + "/" + partition, 1, Integer::sum) - 1;
            return offset < log.size() ? marked(log.get(offset), future) : null;
        };
    }

    static InputRecord marked(InputRecord one, boolean future) {
        return new InputRecord(
                one.topic(),
                one.partition(),
                one.offset(),
                one.timestamp(),
                one.key(),
                one.value(),
                one.headers(),
                future);
    }
}
