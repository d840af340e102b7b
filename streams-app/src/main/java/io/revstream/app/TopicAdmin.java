package io.revstream.app;

import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue, and checks those that are there. */
public final class TopicAdmin implements AutoCloseable {

    private static final Set<GroupState> STOPPED = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private final Admin admin;
    private final Connection connection;

    public TopicAdmin(Connection connection) {
        this.connection = connection;
        this.admin = Admin.create(connection.client());
    }

    /** A topic as it is on the broker. */
    public record Found(Topic topic, int partitions) {}

    /** The catalogue's topics for these topologies that are on the broker. */
    public List<Found> existing(List<String> topologies) {
        Set<String> onBroker = await(() -> admin.listTopics().names().get());
        List<Topic> wanted = Catalogue.of(topologies.toArray(String[]::new)).stream()
                .filter(topic -> onBroker.contains(connection.names().of(topic)))
                .toList();
        Map<String, TopicDescription> described = await(() -> admin.describeTopics(
                        wanted.stream().map(connection.names()::of).toList())
                .allTopicNames()
                .get());
        return wanted.stream()
                .map(t -> new Found(
                        t, described.get(connection.names().of(t)).partitions().size()))
                .toList();
    }

    /**
     * Creates the topics that are missing.
     *
     * @return the topics that were created
     */
    public List<Topic> create(List<String> topologies, int partitions) {
        Set<String> onBroker = await(() -> admin.listTopics().names().get());
        List<Topic> missing = new ArrayList<>();
        List<NewTopic> requests = new ArrayList<>();
        for (Topic topic : Catalogue.of(topologies.toArray(String[]::new))) {
            String name = connection.names().of(topic);
            if (!onBroker.contains(name)) {
                missing.add(topic);
                requests.add(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config(topic)));
            }
        }
        await(() -> {
            try {
                return admin.createTopics(requests).all().get();
            } catch (ExecutionException e) {
                // Another instance that starts at the same time was faster.
                if (e.getCause() instanceof TopicExistsException) {
                    return null;
                }
                throw e;
            }
        });
        return missing;
    }

    /**
     * The partition count that all topics share.
     *
     * @throws IllegalStateException when topics are missing or their counts differ: an aggregate's inputs would not meet in one task
     */
    public int partitions(List<String> topologies) {
        List<Found> found = existing(topologies);
        List<String> missing = Catalogue.of(topologies.toArray(String[]::new)).stream()
                .filter(t -> found.stream().noneMatch(f -> f.topic().name().equals(t.name())))
                .map(connection.names()::of)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Expected all topics to be there, but these are missing: " + missing
                    + "; create them with: revstream topics create");
        }
        int partitions = found.get(0).partitions();
        List<String> different = found.stream()
                .filter(f -> f.partitions() != partitions)
                .map(f -> connection.names().of(f.topic()) + " has " + f.partitions())
                .toList();
        if (!different.isEmpty()) {
            throw new IllegalStateException("Expected every topic to have the same number of partitions ("
                    + connection.names().of(found.get(0).topic()) + " has " + partitions + "), but " + different);
        }
        return partitions;
    }

    /** Those of the topologies that have a running instance, here or elsewhere. */
    public List<String> running(List<String> topologies) {
        Set<String> running = await(() -> admin.listGroups().all().get()).stream()
                .filter(group -> !STOPPED.contains(group.groupState().orElse(GroupState.UNKNOWN)))
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
        return topologies.stream()
                .filter(topology -> running.contains(connection.names().application(topology)))
                .toList();
    }

    private static Map<String, String> config(Topic topic) {
        Map<String, String> config = new HashMap<>();
        config.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(
                TopicConfig.RETENTION_MS_CONFIG,
                topic.retention() == null
                        ? "-1"
                        : Long.toString(topic.retention().toMillis()));
        return config;
    }

    /** A call of the admin client. */
    private interface Call<T> {
        T run() throws ExecutionException, InterruptedException;
    }

    private <T> T await(Call<T> call) {
        try {
            return call.run();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Expected the broker at " + connection.bootstrap() + " to answer, but: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the broker", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
