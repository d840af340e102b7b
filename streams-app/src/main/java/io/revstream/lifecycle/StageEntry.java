package io.revstream.lifecycle;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/** When a lead entered a stage, for the first and for the latest time (LIF-18). */
public record StageEntry(Instant first, Instant latest) {

    void write(StateWriter out) {
        out.instant(first);
        out.instant(latest);
    }

    static StageEntry read(StateReader in) {
        return new StageEntry(in.instant(), in.instant());
    }
}
