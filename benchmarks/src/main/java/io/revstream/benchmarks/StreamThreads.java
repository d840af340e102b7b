package io.revstream.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** The CPU time of the threads of Kafka Streams, without that of the broker beside them. */
final class StreamThreads {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private StreamThreads() {}

    /** So far, user and system, of those that are alive. */
    static Duration cpu() {
        long nanos = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().contains("-StreamThread-")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(id));
            }
        }
        return Duration.ofNanos(nanos);
    }
}
