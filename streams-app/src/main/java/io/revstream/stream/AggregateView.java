package io.revstream.stream;

import io.revstream.policy.PolicyTimeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Looks at the aggregates of a topology that runs in this process. Its methods throw {@link
 * org.apache.kafka.streams.errors.InvalidStateStoreException} while the task in question is not here: it moves, restores, or runs in
 * another process.
 *
 * @param <S> state of one aggregate
 */
public final class AggregateView<S> {

    private final KafkaStreams streams;
    private final Hosted<S> hosted;
    private final Shell shell;
    private final AggregateCodec<S> codec;

    /**
     * A view.
     *
     * @param shell what the topology was built with
     */
    public AggregateView(KafkaStreams streams, Hosted<S> hosted, Shell shell) {
        this.streams = streams;
        this.hosted = hosted;
        this.shell = shell;
        this.codec = new AggregateCodec<>(hosted.codec());
    }

    /**
     * An aggregate as it is stored.
     *
     * @param latest instant of the latest decision
     * @param policies the policies of its task: those in force at {@code latest} decided
     */
    public record Found<S>(S state, Instant latest, PolicyTimeline policies) {}

    /** The aggregate of that key, or null when nothing is known of it. */
    public Found<S> get(String key) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % shell.partitions();
        ReadOnlyKeyValueStore<String, byte[]> aggregates =
                streams.store(query(hosted.aggregateStore()).withPartition(partition));
        byte[] bytes = aggregates.get(key);
        if (bytes == null) {
            return null;
        }
        Aggregate<S> aggregate = codec.decode(bytes);
        ReadOnlyKeyValueStore<String, byte[]> policies =
                streams.store(query(hosted.taskStore()).withPartition(partition));
        return new Found<>(aggregate.state(), aggregate.latest(), PolicyShelf.stored(policies, shell.policies()));
    }

    /**
     * Where the aggregate of that key is kept, as {@code host:port} of the instance's API.
     *
     * @return null when it is not known: the instance does not say, or nobody has the task
     */
    public String holder(String key) {
        KeyQueryMetadata metadata = streams.queryMetadataForKey(
                hosted.aggregateStore(), key, Serdes.String().serializer());
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return null;
        }
        HostInfo active = metadata.activeHost();
        return active.equals(HostInfo.unavailable()) ? null : active.host() + ':' + active.port();
    }

    /** The policies that the tasks of the topology have read. */
    public PolicyTimeline policies() {
        return PolicyShelf.stored(streams.store(query(hosted.taskStore())), shell.policies());
    }

    /** The document of a policy version, or null when the tasks have not read it. */
    public String policyDocument(String version) {
        return PolicyShelf.document(streams.store(query(hosted.taskStore())), version);
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> query(String store) {
        return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, byte[]>keyValueStore());
    }
}
