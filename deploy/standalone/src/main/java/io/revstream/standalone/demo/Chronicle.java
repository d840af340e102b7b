package io.revstream.standalone.demo;

import io.revstream.app.EventLine;
import io.revstream.app.RecentEvents;
import io.revstream.app.Summary;
import io.revstream.app.TopicFeed;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The latest promotions, assignments and breaches, in a line each. For one thread. */
final class Chronicle {

    private static final int KEPT = 5;

    private final RecentEvents events;
    private final DateTimeFormatter time;
    private final Map<Topic, Deque<String>> latest = Map.of(
            Catalogue.MQL_PROMOTIONS, new ArrayDeque<>(),
            Catalogue.ROUTING_ASSIGNMENTS, new ArrayDeque<>(),
            Catalogue.SLA_BREACHES, new ArrayDeque<>());
    private long read;

    /** The latest come first. */
    record Page(Summary counts, List<String> promotions, List<String> assignments, List<String> breaches) {}

    /**
     * A chronicle of what is read.
     *
     * @param zone time zone in which it tells the time
     */
    Chronicle(RecentEvents events, ZoneId zone) {
        this.events = events;
        this.time = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(zone);
    }

    Page page(Summary counts) throws InterruptedException {
        for (RecentEvents.Entry entry : events.after(read, Duration.ZERO)) {
            read = entry.number();
            note(entry.item());
        }
        return new Page(
                counts,
                List.copyOf(latest.get(Catalogue.MQL_PROMOTIONS)),
                List.copyOf(latest.get(Catalogue.ROUTING_ASSIGNMENTS)),
                List.copyOf(latest.get(Catalogue.SLA_BREACHES)));
    }

    private void note(TopicFeed.Item item) {
        Deque<String> lines = latest.get(item.topic());
        boolean warning = item.event() instanceof SlaStepReached step && step.getKind() == StepKind.WARNED;
        if (lines == null || item.event() == null || warning) {
            return;
        }
        lines.addFirst("%s  %-14s  %s".formatted(time.format(decidedAt(item)), item.key(), EventLine.says(item)));
        if (lines.size() > KEPT) {
            lines.removeLast();
        }
    }

    /** Every decision's envelope has its instant in second place. */
    private static Instant decidedAt(TopicFeed.Item item) {
        return (Instant) item.event().get(1);
    }
}
