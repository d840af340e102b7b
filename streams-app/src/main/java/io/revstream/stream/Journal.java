package io.revstream.stream;

import io.revstream.events.JournalEntry;
import io.revstream.events.JournalRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes how the inputs of a task interleave: runs of records of one topic, and advances of time. One entry is written with each commit.
 * Ticks that woke nobody are not worth an entry of their own: they wait for the next, or are forgotten by a restart without loss, since
 * a task begins by noting the instant that its store has kept.
 */
final class Journal {

    private final String clockTopic;
    private final List<JournalRun> runs = new ArrayList<>();
    private String topic;
    private long offset;
    private int count;
    private boolean future;
    private Instant tick;
    private String rescoredTo;
    private boolean worthwhile;

    Journal(String clockTopic) {
        this.clockTopic = clockTopic;
    }

    /** A record was read. */
    void read(InputRecord input) {
        worthwhile = true;
        if (count > 0 && input.topic().name().equals(topic) && input.future() == future) {
            count++;
            return;
        }
        close();
        topic = input.topic().name();
        offset = input.offset();
        future = input.future();
        count = 1;
    }

    /** Time has come to an instant. */
    void ticked(Instant instant) {
        if (tick == null) {
            close();
        }
        tick = instant;
    }

    /** Somebody was woken: the instant is needed to tell why. */
    void woke() {
        worthwhile = true;
    }

    /** At the instant that time has just come to, aggregates were rescored as far as this key. The next tick is another run. */
    void rescored(String last) {
        worthwhile = true;
        rescoredTo = last;
        close();
    }

    /** Takes the entry of what was read since the last one, or null when nothing is worth one. */
    JournalEntry take() {
        if (!worthwhile) {
            return null;
        }
        close();
        JournalEntry entry = new JournalEntry(List.copyOf(runs));
        runs.clear();
        worthwhile = false;
        return entry;
    }

    private void close() {
        if (tick != null) {
            runs.add(new JournalRun(clockTopic, -1L, 0, false, tick, rescoredTo));
            tick = null;
            rescoredTo = null;
        }
        if (count > 0) {
            runs.add(new JournalRun(topic, offset, count, future, null, null));
            count = 0;
        }
    }
}
