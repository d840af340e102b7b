package io.revstream.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Supplies the one processor that hosts a decider, with its stores. The nodes around it are named {@code read-<topic>} and
 * {@code write-<topic>}: the processor writes an output to the node of its topic.
 *
 * @param <S> state of one aggregate
 */
public final class DeciderSupplier<S> implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {

    private final Hosted<S> hosted;
    private final Shell shell;
    private final ShellMetrics metrics;
    private final Map<String, Topic> topics;

    public DeciderSupplier(Hosted<S> hosted, Shell shell) {
        this.hosted = hosted;
        this.shell = shell;
        this.metrics = new ShellMetrics(hosted.topology(), shell.metrics());
        this.topics = Catalogue.of(hosted.topology()).stream()
                .collect(Collectors.toUnmodifiableMap(shell.names()::of, Function.identity()));
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new DeciderProcessor<>(shell, hosted, metrics, topics);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        // In one order always: the description of a topology, a golden file, lists stores as they were added.
        Set<StoreBuilder<?>> stores = new LinkedHashSet<>(List.of(
                store(hosted.aggregateStore(), Serdes.String()),
                store(hosted.wakeUpStore(), Serdes.Bytes()),
                store(hosted.taskStore(), Serdes.String()),
                CommitHook.named(hosted.commitHook())));
        return stores;
    }

    private static <K> StoreBuilder<?> store(String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray());
    }
}
