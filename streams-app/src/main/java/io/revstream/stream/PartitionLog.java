package io.revstream.stream;

/** The committed records of each partition, in the order of their offsets. */
interface PartitionLog {

    /**
     * The next record of a partition, or null at its end.
     *
     * @param future how the journal marks the record
     */
    InputRecord next(Topic topic, int partition, boolean future);
}
