package io.revstream.stream;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;

/**
 * A record as it was read.
 *
 * @param key null when it has none
 * @param value null when it has none
 * @param future true when its timestamp lay in the future by the wall clock that read it; a replay takes this from the journal
 */
record InputRecord(
        Topic topic,
        int partition,
        long offset,
        Instant timestamp,
        byte[] key,
        byte[] value,
        List<Header> headers,
        boolean future) {

    String origin() {
        return topic.name() + "/" + partition + "/" + offset;
    }
}
