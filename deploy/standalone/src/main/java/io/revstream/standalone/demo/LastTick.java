package io.revstream.standalone.demo;

import io.revstream.app.Connection;
import io.revstream.app.Topologies;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the topologies' time had come when they last ran. */
final class LastTick {

    private LastTick() {}

    /** The latest tick on the broker; {@link Instant#MIN} when there is none. */
    static Instant on(Connection connection, int partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> clocks = new HashMap<>();
        for (String topology : Topologies.ALL) {
            for (int partition = 0; partition < partitions; partition++) {
                clocks.put(
                        new TopicPartition(connection.names().of(Catalogue.clock(topology)), partition),
                        OffsetSpec.maxTimestamp());
            }
        }
        try (Admin admin = Admin.create(connection.client())) {
            long latest = admin.listOffsets(clocks).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::timestamp)
                    .max()
                    .orElse(-1);
            return latest < 0 ? Instant.MIN : Instant.ofEpochMilli(latest);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected the broker to tell its last tick, but: " + e.getCause(), e);
        }
    }
}
