package io.revstream.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * Stores of one topology that are being restored. Kafka Streams says RUNNING while tasks still restore beside those that run, so the
 * state alone does not tell.
 */
final class Restores implements StateRestoreListener {

    private final Map<String, Progress> running = new ConcurrentHashMap<>();

    /** How far a store is. */
    private record Progress(long restored, long total) {}

    /** What is still being restored, in words; empty when nothing is. */
    String underWay() {
        return running.entrySet().stream()
                .map(one -> one.getKey() + " (" + one.getValue().restored() + " of about "
                        + one.getValue().total() + " records)")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        running.put(key(partition, store), new Progress(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long count) {
        running.computeIfPresent(
                key(partition, store), (key, before) -> new Progress(before.restored() + count, before.total()));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long count) {
        running.remove(key(partition, store));
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long count) {
        running.remove(key(partition, store));
    }

    private static String key(TopicPartition partition, String store) {
        return store + "/" + partition.partition();
    }
}
