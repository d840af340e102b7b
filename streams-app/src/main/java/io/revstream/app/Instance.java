package io.revstream.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.revstream.app.http.HttpApi;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** One running instance: topologies, HTTP API, metrics. The topics and a policy must be there. */
public final class Instance implements AutoCloseable {

    private static final List<String> FINE = List.of(
            "kafka.stream.state.",
            "kafka.stream.processor.",
            "kafka.stream.topic.",
            "kafka.stream.record.cache.",
            "kafka.admin.",
            "kafka.consumer.node.",
            "kafka.producer.node.",
            "kafka.producer.topic.");

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final GroupLag lag;
    private final LagMetrics lagMetrics;
    private final LiveFeed feed;
    private final Pipeline pipeline;
    private final HttpApi api;

    /**
     * Starts; topologies may still be restoring their state when this returns.
     *
     * @param partitions partitions of every topic
     * @param clock where ticks come from, and what the API takes for now
     */
    public Instance(PipelineSettings settings, HttpSettings http, Connection connection, int partitions, Clock clock) {
        metrics.config().meterFilter(MeterFilter.deny(Instance::isFine));
        bindJvm(metrics);
        SchemaRegistryClient registry = connection.registry();
        pipeline = new Pipeline(settings, http.endpoint(), connection, partitions, registry, clock, metrics);
        feed = new LiveFeed(connection, clock);
        // First of all that is started: a port that is taken stops the start before anything else runs.
        api = HttpApi.start(http, pipeline, feed, metrics, clock);
        lag = new GroupLag(connection, settings.topologies(), partitions);
        lagMetrics = new LagMetrics(lag, metrics);
        feed.start();
        pipeline.start();
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public LiveFeed feed() {
        return feed;
    }

    public GroupLag lag() {
        return lag;
    }

    /** Where the page and the API are. */
    public URI address() {
        return api.address();
    }

    /** Kafka's own metrics of every store, node and partition: ten thousand lines that nobody reads, at each scrape. */
    private static boolean isFine(Meter.Id id) {
        return FINE.stream().anyMatch(id.getName()::startsWith)
                || (id.getName().startsWith("kafka.consumer.") && id.getTag("partition") != null);
    }

    private void bindJvm(MeterRegistry registry) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        garbage.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Stops in order: nothing in hand is lost. */
    @Override
    public void close() {
        feed.close();
        api.close();
        lagMetrics.close();
        lag.close();
        pipeline.close();
        garbage.close();
    }
}
