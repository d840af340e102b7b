package io.revstream.stream;

import org.apache.kafka.common.utils.Utils;

/**
 * Checks that a record lies on the partition of its key. Clients that hash keys another way (librdkafka's default is CRC32) would
 * split one lead over two tasks, silently.
 *
 * @param partitions partitions of every topic
 */
record KeyCheck(int partitions) {

    void check(InputRecord input) throws Refused {
        int expected = Utils.toPositive(Utils.murmur2(input.key())) % partitions;
        if (expected != input.partition()) {
            throw new Refused(
                    DeadLetterCode.WRONG_PARTITION,
                    "Expected this key on partition " + expected + " of " + partitions + ", but it is on "
                            + input.partition()
                            + "; set the producer's partitioner to murmur2_random, as Java clients have it");
        }
    }
}
