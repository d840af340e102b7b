package io.revstream.standalone.demo;

import io.revstream.app.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/** Publishes what happens, when the demo's time has come to it. */
final class Feed {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Comparator<Happening> BY_TIME = Comparator.comparing(Happening::at)
            .thenComparing(happening -> happening.topic().name())
            .thenComparing(happening -> (String) happening.event().get(0));

    private final DemoClock clock;
    private final Demand demand;
    private final EventPublisher publisher;
    private final Poison poison;
    private final Instant began;
    private final Instant from;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>(BY_TIME);
    private int hours;
    private Instant nextMinute;

    /**
     * A feed.
     *
     * @param began when the demo's past begins
     * @param from what happened before was published by an earlier run
     */
    Feed(DemoClock clock, Demand demand, EventPublisher publisher, Poison poison, Instant began, Instant from) {
        this.clock = clock;
        this.demand = demand;
        this.publisher = publisher;
        this.poison = poison;
        this.began = began;
        this.from = from;
    }

    /** What else is to happen; from any thread. */
    void add(Collection<Happening> happenings) {
        synchronized (agenda) {
            happenings.stream().filter(one -> !one.at().isBefore(from)).forEach(agenda::add);
        }
    }

    /** Publishes what is due, and rests a moment. */
    void publish() {
        Instant now = clock.instant();
        whoTurnsUp(now);
        publishDue(now);
        poison.publishDue(now);
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void whoTurnsUp(Instant now) {
        for (Instant hour = began.plus(Duration.ofHours(hours));
                !hour.isAfter(now);
                hour = hour.plus(Duration.ofHours(1))) {
            add(demand.hour(hours++, hour));
        }
        if (clock.isLive()) {
            nextMinute = nextMinute == null ? now.truncatedTo(ChronoUnit.MINUTES) : nextMinute;
            for (; !nextMinute.isAfter(now); nextMinute = nextMinute.plus(Duration.ofMinutes(1))) {
                add(demand.minute(nextMinute));
            }
        }
    }

    private void publishDue(Instant now) {
        for (Happening due = takeDue(now); due != null; due = takeDue(now)) {
            if (due.stillSo().getAsBoolean()) {
                publisher.publish(due.topic(), due.key(), due.event(), now);
            }
        }
    }

    private Happening takeDue(Instant now) {
        synchronized (agenda) {
            return agenda.isEmpty() || agenda.peek().at().isAfter(now) ? null : agenda.poll();
        }
    }
}
