package io.revstream.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What came in, in the order of time.
 *
 * @param events by time, then source, then offset
 * @param left how many rows or records could not be read and are left out
 * @param problems why, with the place, for the first of them
 */
public record History(List<HistoryEvent> events, long left, List<String> problems) {

    public History {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /** Puts events of several sources in order. */
    static History ordered(List<HistoryEvent> events, long left, List<String> problems) {
        List<HistoryEvent> sorted = new ArrayList<>(events);
        sorted.sort(HistoryEvent.ORDER);
        return new History(sorted, left, problems);
    }

    /** When the first event came; null for a history without events. */
    public Instant from() {
        return events.isEmpty() ? null : events.get(0).at();
    }

    /** When the last event came; null for a history without events. */
    public Instant to() {
        return events.isEmpty() ? null : events.get(events.size() - 1).at();
    }

    /** The same history up to an instant, that instant left out. */
    public History before(Instant end) {
        return new History(
                events.stream().takeWhile(event -> event.at().isBefore(end)).toList(), left, problems);
    }
}
