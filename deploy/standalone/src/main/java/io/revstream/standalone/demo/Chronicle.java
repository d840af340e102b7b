package io.revstream.standalone.demo;

import io.revstream.app.Summary;
import io.revstream.app.Tally;
import io.revstream.app.TopicFeed;
import io.revstream.events.LeadAssigned;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** What the topics tell, as it is read: counts, and the latest decisions in a line each. */
final class Chronicle {

    private static final int KEPT = 8;

    private final DateTimeFormatter time;
    private final Tally tally = new Tally();
    private final Deque<String> promotions = new ArrayDeque<>();
    private final Deque<String> assignments = new ArrayDeque<>();
    private final Deque<String> breaches = new ArrayDeque<>();

    /** The latest come first. */
    record Page(Summary counts, List<String> promotions, List<String> assignments, List<String> breaches) {}

    Chronicle(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(zone);
    }

    synchronized void add(TopicFeed.Item item) {
        tally.count(item);
        if (item.event() instanceof MqlPromoted promoted) {
            keep(promotions, line(promoted.getOccurredAt(), promoted.getLeadId(), words(promoted)));
        } else if (item.event() instanceof LeadAssigned assigned) {
            keep(assignments, line(assigned.getOccurredAt(), assigned.getLeadId(), words(assigned)));
        } else if (item.event() instanceof SlaStepReached step && step.getKind() != StepKind.WARNED) {
            keep(breaches, line(step.getOccurredAt(), step.getSubjectId(), words(step)));
        }
    }

    synchronized Page page() {
        return new Page(tally.summary(), List.copyOf(promotions), List.copyOf(assignments), List.copyOf(breaches));
    }

    private static void keep(Deque<String> lines, String line) {
        lines.addFirst(line);
        if (lines.size() > KEPT) {
            lines.removeLast();
        }
    }

    private String line(Instant at, String lead, String words) {
        return "%s  %-14s  %s".formatted(time.format(at), lead, words);
    }

    private static String words(MqlPromoted promoted) {
        return "%s points, %s%s: %s"
                .formatted(
                        promoted.getScore().getTotal().stripTrailingZeros().toPlainString(),
                        promoted.getRule(),
                        promoted.getRecycled() ? " (recycled)" : "",
                        promoted.getBecause());
    }

    private static String words(LeadAssigned assigned) {
        String owner = assigned.getOwnerId() == null ? "waits in the queue" : "to " + assigned.getOwnerId();
        return "%s (%s, %s): %s"
                .formatted(owner, assigned.getTeamId(), assigned.getMethod(), assigned.getBecause());
    }

    private static String words(SlaStepReached step) {
        return "%s %s, tells %s: %s"
                .formatted(
                        step.getClock(),
                        step.getKind() == StepKind.WITHDRAWN ? "breach withdrawn" : step.getStepName(),
                        step.getRecipientId() == null ? step.getRecipientRole() : step.getRecipientId(),
                        step.getBecause());
    }
}
