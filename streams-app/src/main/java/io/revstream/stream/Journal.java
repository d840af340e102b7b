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
    private int woken;
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

    /** Time has come to an instant. One at which somebody was woken or rescored stays, since what was decided tells how late it was. */
    void ticked(Instant instant) {
        if (tick == null || woken > 0 || rescoredTo != null) {
            close();
        }
        tick = instant;
    }

    /** At the instant that time has come to, so many were woken. */
    void woke(long many) {
        if (many > 0) {
            worthwhile = true;
            woken += Math.toIntExact(many);
        }
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
            runs.add(new JournalRun(clockTopic, -1L, 0, false, tick, rescoredTo, woken));
            tick = null;
            rescoredTo = null;
            woken = 0;
        }
        if (count > 0) {
            runs.add(new JournalRun(topic, offset, count, future, null, null, null));
            count = 0;
        }
    }
}
