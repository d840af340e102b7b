package io.revstream.stream;

import io.revstream.events.JournalEntry;
import io.revstream.events.JournalRun;
import java.util.ArrayList;
import java.util.List;

/** Notes how the inputs of a task interleave: runs of records of one topic. One entry is written with each commit. */
final class Journal {

    private final List<JournalRun> runs = new ArrayList<>();
    private String topic;
    private long offset;
    private int count;
    private boolean future;

    void read(InputRecord input) {
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

    /** Takes the entry of what was read since the last one, or null when nothing was. */
    JournalEntry take() {
        close();
        if (runs.isEmpty()) {
            return null;
        }
        JournalEntry entry = new JournalEntry(List.copyOf(runs));
        runs.clear();
        return entry;
    }

    private void close() {
        if (count > 0) {
            runs.add(new JournalRun(topic, offset, count, future));
            count = 0;
        }
    }
}
