package io.revstream.stream;

import io.revstream.events.DeadLetter;
import io.revstream.events.DeadLetterHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what could not be decided to the {@code dead-letters} topic, in the transaction that reads it. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String topology;
    private final EventWriter writer;
    private final RecordSink sink;
    private final ShellMetrics metrics;

    DeadLetters(String topology, EventWriter writer, RecordSink sink, ShellMetrics metrics) {
        this.topology = topology;
        this.writer = writer;
        this.sink = sink;
        this.metrics = metrics;
    }

    /**
     * Refuses a record.
     *
     * @param event the event, as far as it could be read, or null
     * @param at the clock at which it was refused
     */
    void refused(InputRecord input, SpecificRecordBase event, Refused refusal, Instant at) {
        LOG.warn(
                "Refused {} of {} (topology {}): {}",
                input.origin(),
                refusal.code(),
                topology,
                refusal.getMessage(),
                refusal.bug());
        List<DeadLetterHeader> headers = new ArrayList<>();
        for (Header header : input.headers()) {
            headers.add(new DeadLetterHeader(header.key(), bytes(header.value())));
        }
        write(
                DeadLetter.newBuilder()
                        .setEventId(Stamp.id(
                                topology, input.origin(), refusal.code().name(), 0))
                        .setOccurredAt(at)
                        .setSource("revstream/" + topology)
                        .setCode(refusal.code().name())
                        .setReason(refusal.getMessage())
                        .setTopic(input.topic().name())
                        .setPartition(input.partition())
                        .setOffset(input.offset())
                        .setTimestamp(input.timestamp())
                        .setRefusedEventId(event == null ? null : (String) event.get(0))
                        .setKey(bytes(input.key()))
                        .setValue(bytes(input.value()))
                        .setHeaders(headers)
                        .build(),
                input.key(),
                refusal.code(),
                at);
    }

    /** Tells of a wake-up that failed: there is no record behind it, so the letter names the aggregate and the instant. */
    void wakeUpFailed(String key, Input wakeUp, Refused failure) {
        LOG.error("Wake-up {} failed (topology {})", wakeUp.eventId(), topology, failure.bug());
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        write(
                DeadLetter.newBuilder()
                        .setEventId(Stamp.id(topology, key, wakeUp.eventId(), 0))
                        .setOccurredAt(wakeUp.occurredAt())
                        .setSource("revstream/" + topology)
                        .setCode(failure.code().name())
                        .setReason(failure.getMessage())
                        .setTopic(Catalogue.clock(topology).name())
                        .setPartition(-1)
                        .setOffset(-1)
                        .setTimestamp(wakeUp.occurredAt())
                        .setRefusedEventId(wakeUp.eventId())
                        .setKey(bytes(keyBytes))
                        .setValue(null)
                        .setHeaders(List.of())
                        .build(),
                keyBytes,
                failure.code(),
                wakeUp.occurredAt());
    }

    private void write(DeadLetter letter, byte[] key, DeadLetterCode code, Instant at) {
        metrics.deadLetter(code);
        byte[] value = writer.write(Catalogue.DEAD_LETTERS, letter);
        String subject = letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset();
        sink.write(
                new OutputRecord(Catalogue.DEAD_LETTERS, key, value, CloudEvents.headers(subject, letter), at, letter));
    }

    private static ByteBuffer bytes(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
