package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends a task's ticks and journal to the partition of that task: the key is its number. */
public final class OwnPartition implements StreamPartitioner<byte[], byte[]> {

    static byte[] key(int partition) {
        return Integer.toString(partition).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(Set.of(Integer.parseInt(new String(key, StandardCharsets.US_ASCII))));
    }
}
