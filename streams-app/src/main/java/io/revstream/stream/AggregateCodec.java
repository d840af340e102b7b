package io.revstream.stream;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/** Bytes of an {@link Aggregate}: version, latest instant, wake-up, remembered ids, then the state by its own codec. */
final class AggregateCodec<S> {

    private static final int VERSION = 1;

    private final StateCodec<S> states;

    AggregateCodec(StateCodec<S> states) {
        this.states = states;
    }

    byte[] encode(Aggregate<S> aggregate) {
        StateWriter writer = new StateWriter();
        writer.version(VERSION);
        writer.instant(aggregate.latest());
        writer.optionalInstant(aggregate.wakeUp());
        writer.unsigned(aggregate.seen().length);
        for (long hash : aggregate.seen()) {
            writer.fixed(hash);
        }
        states.write(aggregate.state(), writer);
        return writer.toBytes();
    }

    Aggregate<S> decode(byte[] bytes) {
        StateReader reader = new StateReader(bytes);
        reader.version("aggregate", VERSION);
        Instant latest = reader.instant();
        Instant wakeUp = reader.optionalInstant();
        long[] seen = new long[Math.toIntExact(reader.unsigned())];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = reader.fixed();
        }
        S state = states.read(reader);
        reader.end();
        return new Aggregate<>(state, latest, wakeUp, seen);
    }
}
