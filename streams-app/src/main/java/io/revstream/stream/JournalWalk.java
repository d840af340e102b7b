package io.revstream.stream;

import io.revstream.events.JournalEntry;
import io.revstream.events.JournalRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Hands a task its inputs again, in the order in which they were read live: ticks, records and steps of rescoring. */
final class JournalWalk {

    private final String topology;
    private final EventReader reader;
    private final PartitionLog log;
    private final boolean whole;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    /** @param whole true when all aggregates are walked along, so that each is woken at the same tick as it was live */
    JournalWalk(String topology, EventReader reader, PartitionLog log, boolean whole) {
        this.whole = whole;
        this.topology = topology;
        this.reader = reader;
        this.log = log;
        Catalogue.of(topology).forEach(topic -> topics.put(topic.name(), topic));
    }

    /**
     * Walks along the journal of a partition.
     *
     * @param concerns which records are handed on; the others are passed over
     * @param enough ends the walk early
     * @return how many records were handed on
     */
    long along(int partition, DeciderTask<?> task, Predicate<InputRecord> concerns, BooleanSupplier enough) {
        long records = 0;
        Topic journal = Catalogue.journal(topology);
        for (InputRecord line = log.next(journal, partition, false);
                line != null && !enough.getAsBoolean();
                line = log.next(journal, partition, false)) {
            for (JournalRun run : entry(line).getRuns()) {
                advance(task, run);
                for (int i = 0; i < run.getCount(); i++) {
                    InputRecord input = next(partition, run, i);
                    if (concerns.test(input)) {
                        task.handle(input);
                        records++;
                    }
                }
            }
        }
        return records;
    }

    private void advance(DeciderTask<?> task, JournalRun run) {
        if (run.getTick() == null) {
            return;
        }
        task.resume(run.getTick());
        if (whole && run.getWoken() != null) {
            task.wakeDue(run.getWoken());
        } else {
            wakeAll(task);
        }
        if (run.getRescoredTo() != null) {
            task.sweepTo(run.getRescoredTo());
        }
    }

    /** Who is due fires at once, whatever others did: how late it was changes no state. */
    private static void wakeAll(DeciderTask<?> task) {
        boolean more = task.wakeDue();
        while (more) {
            more = task.wakeDue();
        }
    }

    private InputRecord next(int partition, JournalRun run, int ordinal) {
        InputRecord input = log.next(topics.get(run.getTopic()), partition, run.getFuture());
        if (input == null || (ordinal == 0 && input.offset() != run.getOffset())) {
            throw new IllegalStateException("Expected " + run.getTopic() + "/" + partition + "/" + run.getOffset()
                    + " next in the log, as the journal of " + topology + " says, but found "
                    + (input == null ? "the end" : "offset " + input.offset()));
        }
        return input;
    }

    private JournalEntry entry(InputRecord line) {
        try {
            return (JournalEntry) reader.read(line.topic(), line.value());
        } catch (Refused e) {
            throw new IllegalStateException(
                    "Expected a journal entry at " + line.origin() + ", but " + e.getMessage(), e);
        }
    }
}
