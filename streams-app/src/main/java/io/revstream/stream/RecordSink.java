package io.revstream.stream;

/** Takes the records that a task writes: Kafka Streams when live, a list in a replay. */
interface RecordSink {

    void write(OutputRecord output);
}
