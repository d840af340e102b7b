package io.revstream.scoring;

import io.revstream.policy.ScoringModel;
import io.revstream.state.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A lead put together in a line or two, and what it scores. Activities are numbered, so that each has an id of its own. */
final class Case {

    static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");

    private final ScoringModel model;
    private final Map<String, Object> known = new HashMap<>();
    private Engagement engagement = Engagement.NONE;
    private int activities;

    private Case(ScoringModel model) {
        this.model = model;
    }

    static Case of(ScoringModel model) {
        return new Case(model);
    }

    Case knows(String attribute, Object value) {
        known.put(attribute, value);
        return this;
    }

    Case knows(Map<String, ?> more) {
        known.putAll(more);
        return this;
    }

    /** An activity on Monday, by a prospect: {@code KIND} or {@code KIND asset}. */
    Case did(String... activities) {
        for (String activity : activities) {
            did(activity, Duration.ZERO);
        }
        return this;
    }

    Case times(int times, String activity) {
        for (int i = 0; i < times; i++) {
            did(activity, Duration.ofSeconds(i));
        }
        return this;
    }

    Case onDays(int days, String activity) {
        for (int i = 0; i < days; i++) {
            did(activity, Duration.ofDays(i));
        }
        return this;
    }

    Case did(String activity, Duration later) {
        String[] words = activity.split(" ");
        Instant at = MONDAY_9AM.plus(later);
        engagement = engagement.with(
                words[0],
                words.length > 1 ? words[1] : null,
                !Engagement.TURNING_AWAY.contains(words[0]),
                new Occurrence(at, "a" + ++activities));
        return this;
    }

    Case recycled(Duration later) {
        engagement = engagement.reset(MONDAY_9AM.plus(later));
        return this;
    }

    Engagement engagement() {
        return engagement;
    }

    Scorecard card(Duration later) {
        return Scoring.score(new KnownFacts(known), engagement, MONDAY_9AM, model, 0, MONDAY_9AM.plus(later));
    }

    /** At the latest activity, or on Monday. */
    Scorecard card() {
        Instant last = engagement.lastEngagedAt();
        return card(last == null ? Duration.ZERO : Duration.between(MONDAY_9AM, last));
    }

    double fit() {
        return card().fit() / 100.0;
    }

    double engaged() {
        return card().engagement() / 100.0;
    }

    double engaged(Duration later) {
        return card(later).engagement() / 100.0;
    }

    double negative(Duration later) {
        return card(later).negative() / 100.0;
    }

    /** Points of one rule; 0 when it has no line. */
    double points(String rule) {
        return points(rule, card());
    }

    double points(String rule, Duration later) {
        return points(rule, card(later));
    }

    Instant nextChange(Duration later) {
        Instant at = MONDAY_9AM.plus(later);
        return Scoring.nextChange(card(later), engagement, MONDAY_9AM, at);
    }

    private static double points(String rule, Scorecard card) {
        return card.lines().stream()
                        .filter(line -> line.rule().equals(rule))
                        .mapToLong(ScoreLine::points)
                        .sum()
                / 100.0;
    }
}
