package io.revstream.quarantine;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/** The suspect activities of a lead. */
public record Quarantine() {

    public static final Quarantine NONE = new Quarantine();

    private static final int VERSION = 1;

    public void write(StateWriter out) {
        out.version(VERSION);
    }

    public static Quarantine read(StateReader in) {
        in.version("a quarantine", VERSION);
        return NONE;
    }
}
