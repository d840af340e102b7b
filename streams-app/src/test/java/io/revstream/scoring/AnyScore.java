package io.revstream.scoring;

import io.revstream.policy.Condition;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.Effect;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.policy.Signal;
import io.revstream.policy.SignalCount;
import io.revstream.policy.SignalCount.Of;
import io.revstream.policy.Span;
import io.revstream.policy.Span.Unit;
import io.revstream.state.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random models with every form of rule, and random leads. */
final class AnyScore {

    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final Random random;
    private final boolean prorated;

    /** @param prorated whether decay may be taken evenly, so that time changes the points at every instant */
    AnyScore(Random random, boolean prorated) {
        this.random = random;
        this.prorated = prorated;
    }

    ScoringModel model() {
        List<FitRule> fit = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            String group = random.nextBoolean() ? null : "g" + random.nextInt(2);
            fit.add(new FitRule("f" + i, group, condition(), random.nextInt(30)));
        }
        List<EngagementRule> engagement = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            engagement.add(engagement("e" + i, i > 1 && random.nextInt(3) == 0 ? List.of("e" + (i - 1)) : List.of()));
        }
        List<NegativeRule> negative = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            negative.add(negative("n" + i));
        }
        int fitWeight = random.nextInt(101);
        Combination combination = List.of(Combination.values()).get(random.nextInt(5));
        SignalCount condition = combination == Combination.SINGLE ? signals() : null;
        return new ScoringModel(
                "any",
                List.of(),
                combination,
                fitWeight,
                100 - fitWeight,
                1,
                1,
                65,
                condition,
                fit,
                engagement,
                negative);
    }

    private EngagementRule engagement(String name, List<String> replaces) {
        int points = 1 + random.nextInt(30);
        if (random.nextInt(8) == 0) {
            return new EngagementRule(name, condition(), null, points, false, points, null, replaces);
        }
        boolean each = random.nextInt(4) == 0;
        int cap = each ? points * (1 + random.nextInt(16)) : points;
        SignalCount signals = each ? SignalCount.once(List.of(signal(), signal())) : signals();
        return new EngagementRule(name, null, signals, points, each, cap, decay(points), replaces);
    }

    private Decay decay(int points) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        List<Signal> since = random.nextInt(3) == 0 ? List.of(signal()) : List.of();
        return new Decay(1 + random.nextInt(points), span(), since, prorated && random.nextInt(3) == 0);
    }

    private NegativeRule negative(String name) {
        int points = -1 - random.nextInt(60);
        boolean fromEngagement = random.nextInt(4) == 0;
        Effect effect = random.nextInt(6) == 0 ? List.of(Effect.values()).get(random.nextInt(3)) : null;
        return switch (random.nextInt(4)) {
            case 0 -> new NegativeRule(name, condition(), null, null, List.of(), points, fromEngagement, effect, null);
            case 1 -> new NegativeRule(name, null, signals(), null, List.of(), points, fromEngagement, effect, null);
            case 2 -> new NegativeRule(name, null, null, span(), List.of(signal()), points, fromEngagement, null, null);
            default -> new NegativeRule(name, null, null, span(), List.of(), points, fromEngagement, null, null);
        };
    }

    SignalCount signals() {
        Of of = random.nextInt(4) == 0 ? Of.DAYS : Of.TIMES;
        Span within = random.nextBoolean() ? null : new Span(1 + random.nextInt(20), Unit.D);
        return new SignalCount(List.of(signal(), signal()), 1 + random.nextInt(4), of, within, random.nextInt(5) == 0);
    }

    private Span span() {
        return new Span(
                1 + random.nextInt(6), List.of(Unit.H, Unit.D, Unit.W, Unit.MO).get(random.nextInt(4)));
    }

    private Condition condition() {
        return new Condition("a" + random.nextInt(5), null, null, Set.of("w" + random.nextInt(2)), null);
    }

    KnownFacts facts() {
        Map<String, Object> known = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            known.put("a" + i, "w" + random.nextInt(2));
        }
        return new KnownFacts(known);
    }

    private Signal signal() {
        String kind = random.nextInt(8) == 0 ? "EMAIL_UNSUBSCRIBED" : "K" + random.nextInt(4);
        return new Signal(kind, random.nextBoolean() ? null : "a" + random.nextInt(2));
    }

    Activity activity(int number) {
        Signal signal = signal();
        boolean engages = random.nextBoolean() && !Engagement.TURNING_AWAY.contains(signal.kind());
        return new Activity(signal.kind(), signal.asset(), engages, new Occurrence(instant(), "e" + number));
    }

    /** So few that all of one signal are remembered. */
    List<Activity> activities() {
        List<Activity> activities = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            activities.add(activity(i));
        }
        return activities;
    }

    Engagement engagement() {
        Engagement engagement = random.nextInt(4) == 0 ? Engagement.NONE.reset(instant()) : Engagement.NONE;
        for (Activity activity : activities()) {
            engagement = activity.after(engagement);
        }
        return engagement;
    }

    Instant instant() {
        return START.plusMillis(random.nextLong(Duration.ofDays(90).toMillis()));
    }

    /** An activity as an engagement takes it. */
    record Activity(String kind, String asset, boolean engages, Occurrence occurrence) {
        Engagement after(Engagement before) {
            return before.with(kind, asset, engages, occurrence);
        }

        Engagement withdrawn(Engagement from) {
            return from.without(kind, asset, occurrence.at(), occurrence.eventId());
        }
    }
}
