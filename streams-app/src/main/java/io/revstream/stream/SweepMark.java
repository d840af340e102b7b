package io.revstream.stream;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where a task keeps how far its sweep has come. */
interface SweepMark {

    /** The sweep under way, or null. */
    Sweep read();

    /** @param sweep null when it is over */
    void keep(Sweep sweep);

    /** Kept in a store, so that a restart or another instance goes on where it stood. */
    static SweepMark over(KeyValueStore<String, byte[]> store) {
        return new SweepMark() {
            private static final String KEY = "sweep";
            private static final int VERSION = 1;

            @Override
            public Sweep read() {
                byte[] bytes = store.get(KEY);
                if (bytes == null) {
                    return null;
                }
                StateReader in = new StateReader(bytes);
                in.version("a sweep", VERSION);
                return new Sweep(in.instant(), in.optionalText());
            }

            @Override
            public void keep(Sweep sweep) {
                if (sweep == null) {
                    store.delete(KEY);
                    return;
                }
                StateWriter out = new StateWriter();
                out.version(VERSION);
                out.instant(sweep.from());
                out.optionalText(sweep.after());
                store.put(KEY, out.toBytes());
            }
        };
    }

    /** Kept in memory: for a replay and for virtual time. */
    static SweepMark inMemory() {
        return new SweepMark() {
            private Sweep kept;

            @Override
            public Sweep read() {
                return kept;
            }

            @Override
            public void keep(Sweep sweep) {
                kept = sweep;
            }
        };
    }
}
