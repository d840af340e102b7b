package io.revstream.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kafka_consumergroup_lag}, named and labelled as kafka-lag-exporter has it, looked up in the background. */
final class LagMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LagMetrics.class);
    private static final long EVERY_SECONDS = 5;

    private final GroupLag lag;
    private final MultiGauge gauge;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread background = new Thread(task, "lag-metrics");
        background.setDaemon(true);
        return background;
    });

    LagMetrics(GroupLag lag, MeterRegistry metrics) {
        this.lag = lag;
        this.gauge = MultiGauge.builder("kafka.consumergroup.lag")
                .description("Committed records that the group has not decided on yet")
                .register(metrics);
        thread.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            List<MultiGauge.Row<?>> rows =
                    lag.now().stream().<MultiGauge.Row<?>>map(LagMetrics::row).toList();
            gauge.register(rows, true);
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("Lag cannot be looked up: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MultiGauge.Row<?> row(GroupLag.Lag lag) {
        return MultiGauge.Row.of(
                Tags.of(
                        "consumergroup",
                        lag.group(),
                        "topic",
                        lag.topic(),
                        "partition",
                        Integer.toString(lag.partition())),
                lag.records());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
