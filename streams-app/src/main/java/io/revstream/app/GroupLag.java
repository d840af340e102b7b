package io.revstream.app;

import io.revstream.stream.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far the topologies are behind what is committed on the topics they read. */
public final class GroupLag implements AutoCloseable {

    private final Admin admin;
    private final Connection connection;
    private final Map<String, Set<String>> topicsOfGroup = new LinkedHashMap<>();
    private final int partitions;

    /**
     * Lag of these topologies.
     *
     * @param partitions partitions of every topic
     */
    public GroupLag(Connection connection, List<String> topologies, int partitions) {
        this.admin = Admin.create(connection.client());
        this.connection = connection;
        this.partitions = partitions;
        for (String topology : topologies) {
            topicsOfGroup.put(
                    connection.names().application(topology),
                    Topologies.hosted(topology).reads().stream()
                            .map(connection.names()::of)
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * How far a group is behind on a partition.
     *
     * @param committed the offset that the group has committed, or the first when it has committed none
     * @param records how many offsets lie between that and the end
     */
    public record Lag(String group, String topic, int partition, long committed, long records) {}

    /** Lag of each group on each partition of the events it decides on; clocks and policies are left out. */
    public List<Lag> now() throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = admin.listConsumerGroupOffsets(
                        topicsOfGroup.keySet().stream()
                                .collect(
                                        Collectors.toMap(Function.identity(), g -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get();
        Map<TopicPartition, Long> ends = offsets(all(), OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(all(), OffsetSpec.earliest());
        List<Lag> lags = new ArrayList<>();
        topicsOfGroup.forEach((group, topics) -> partitionsOf(topics).forEach(partition -> {
            OffsetAndMetadata position = committed.getOrDefault(group, Map.of()).get(partition);
            long from = position == null ? beginnings.get(partition) : position.offset();
            lags.add(new Lag(
                    group, partition.topic(), partition.partition(), from, Math.max(0, ends.get(partition) - from)));
        }));
        return lags;
    }

    /** Ends of these topics together: it grows when anything is written to them. */
    public long end(List<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> names = topics.stream().map(connection.names()::of).collect(Collectors.toSet());
        return offsets(partitionsOf(names), OffsetSpec.latest()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> of, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var found = admin.listOffsets(
                        of.stream().collect(Collectors.toMap(Function.identity(), p -> spec)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Set<TopicPartition> all() {
        return partitionsOf(topicsOfGroup.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private Set<TopicPartition> partitionsOf(Set<String> topics) {
        Set<TopicPartition> all = new HashSet<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        }
        return all;
    }

    @Override
    public void close() {
        admin.close();
    }
}
