package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Encodes outputs and hands them on: first all of a decision are encoded, then all are written. */
final class EncodingOutlet implements Outlet {

    private final EventWriter writer;
    private final RecordSink sink;
    private final DeadLetters deadLetters;

    EncodingOutlet(EventWriter writer, RecordSink sink, DeadLetters deadLetters) {
        this.writer = writer;
        this.sink = sink;
        this.deadLetters = deadLetters;
    }

    @Override
    public void publish(List<Output> outputs, Instant at) throws Refused {
        List<OutputRecord> encoded = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            encoded.add(encode(output, at));
        }
        encoded.forEach(sink::write);
    }

    @Override
    public void wakeUpFailed(String key, Input wakeUp, Refused failure) {
        deadLetters.wakeUpFailed(key, wakeUp, failure);
    }

    private OutputRecord encode(Output output, Instant at) throws Refused {
        byte[] value;
        try {
            value = writer.write(output.topic(), output.event());
        } catch (AvroRuntimeException | NullPointerException | ClassCastException bug) {
            throw Refused.byFailure(bug);
        }
        var headers = output.topic().role() == Topic.Role.OUTPUT
                ? CloudEvents.headers(output.key(), output.event())
                : new RecordHeaders();
        return new OutputRecord(
                output.topic(), output.key().getBytes(StandardCharsets.UTF_8), value, headers, at, output.event());
    }
}
