package io.revstream.app;

import io.revstream.events.ClockChange;
import io.revstream.events.LeadAssigned;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts events as they are read. For one thread. */
public final class Tally {

    /** The topics that it counts. */
    public static final List<Topic> TOPICS = List.of(
            Catalogue.LEADS,
            Catalogue.ACTIVITIES,
            Catalogue.SCORES,
            Catalogue.LIFECYCLE,
            Catalogue.MQL_PROMOTIONS,
            Catalogue.ROUTING_ASSIGNMENTS,
            Catalogue.SLA_CLOCKS,
            Catalogue.SLA_BREACHES,
            Catalogue.DEAL_ALERTS,
            Catalogue.DEAD_LETTERS);

    static final List<String> NAMES = List.of(
            "leads",
            "activities",
            "scores",
            "stageChanges",
            "promotions",
            "assignments",
            "queued",
            "clocksStarted",
            "clocksMet",
            "warned",
            "breaches",
            "withdrawn",
            "dealAlerts",
            "deadLetters");

    private static final Duration POLL = Duration.ofMillis(200);

    private final DistinctKeys leads = new DistinctKeys();
    private final Map<String, Long> counts = new HashMap<>();

    /** All that is committed on the broker when this is asked. */
    public static Summary of(Connection connection) {
        Tally tally = new Tally();
        try (TopicFeed feed = new TopicFeed(connection, TOPICS, true)) {
            do {
                feed.next(POLL).forEach(tally::count);
            } while (!feed.isAtEnd());
        }
        return tally.summary();
    }

    /** Counts one record. */
    public void count(TopicFeed.Item item) {
        if (item.topic().equals(Catalogue.LEADS)) {
            if (item.key() != null) {
                leads.add(item.key());
            }
        } else {
            String name = name(item);
            if (name != null) {
                counts.merge(name, 1L, Long::sum);
            }
        }
    }

    public Summary summary() {
        Map<String, Long> all = new HashMap<>();
        NAMES.forEach(name -> all.put(name, counts.getOrDefault(name, 0L)));
        all.put("leads", leads.count());
        return new Summary(all);
    }

    /** What the record counts as, or null for nothing. */
    private static String name(TopicFeed.Item item) {
        return switch (item.topic().name()) {
            case "activities" -> "activities";
            case "scores" -> "scores";
            case "lifecycle" -> "stageChanges";
            case "mql-promotions" -> "promotions";
            case "routing-assignments" ->
                item.event() instanceof LeadAssigned assigned && assigned.getOwnerId() == null
                        ? "queued"
                        : "assignments";
            case "sla-clocks" -> item.event() instanceof SlaClockChanged clock ? clock(clock.getChange()) : null;
            case "sla-breaches" -> item.event() instanceof SlaStepReached step ? step(step) : null;
            case "deal-alerts" -> "dealAlerts";
            case "dead-letters" -> "deadLetters";
            default -> null;
        };
    }

    private static String clock(ClockChange change) {
        return switch (change) {
            case STARTED -> "clocksStarted";
            case MET -> "clocksMet";
            case RESCHEDULED, STOPPED, WITHDRAWN, PAUSED, RESUMED, UNKNOWN -> null;
        };
    }

    private static String step(SlaStepReached step) {
        return switch (step.getKind()) {
            case WARNED -> "warned";
            case BREACHED -> "breaches";
            case WITHDRAWN -> "withdrawn";
            case UNKNOWN -> null;
        };
    }
}
